using Ffi.Calls;

namespace Ffi.Tests.NativeCalls;

/// <summary>Signatures and places as text, so that a calling convention's tests read like its tables.</summary>
internal static class Signature
{
    /// <summary>Reads types: <c>int double {long,float}</c>; <c>...</c> stands where a C function has its dots.</summary>
    public static IEnumerable<NativeType?> Read(string signature)
    {
        foreach (string word in signature.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return word == "..." ? null : ReadType(word);
        }
    }

    /// <summary>Places types one after another.</summary>
    /// <param name="placer">A fresh table.</param>
    /// <param name="signature">The types, as <see cref="Read"/> takes them.</param>
    /// <param name="nameOf">The name of the place at an offset.</param>
    public static string Place<TPlacer>(TPlacer placer, string signature, Func<int, string> nameOf)
        where TPlacer : struct, IArgumentPlacer
    {
        var places = new List<string>();
        foreach (NativeType? type in Read(signature))
        {
            if (type is null)
            {
                placer.BeginVariadic();
                places.Add("...");
                continue;
            }

            Placement placement = placer.Place(type.Value);
            places.Add(
                placement.Kind switch
                {
                    PlacementKind.Word => nameOf(placement.First),
                    PlacementKind.Pair => $"{nameOf(placement.First)}:{nameOf(placement.Second)}",
                    PlacementKind.Floats => string.Join(
                        ':',
                        Enumerable.Range(0, placement.Second).Select(i => nameOf(placement.First + (i * 8)))),
                    _ => $"&{nameOf(placement.First)}",
                });
        }

        return string.Join(' ', places);
    }

    private static NativeType ReadType(string word)
    {
        int next = 0;
        return ReadType(word, ref next);
    }

    private static NativeType ReadType(string word, ref int next)
    {
        if (word[next] != '{')
        {
            int start = next;
            next = word.AsSpan(start).IndexOfAny(',', '}') is var length and >= 0 ? start + length : word.Length;
            return Scalar(word[start..next]);
        }

        var fields = new List<NativeType>();
        do
        {
            next++;
            fields.Add(ReadType(word, ref next));
        }
        while (word[next] == ',');
        next++;
        return NativeType.Struct([.. fields]);
    }

    private static NativeType Scalar(string name) => name switch
    {
        "bool" => NativeType.Bool,
        "char" => NativeType.Char,
        "sbyte" => NativeType.SByte,
        "byte" => NativeType.Byte,
        "short" => NativeType.Int16,
        "int" => NativeType.Int32,
        "long" => NativeType.Int64,
        "nint" => NativeType.NInt,
        "float" => NativeType.Single,
        "double" => NativeType.Double,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
