using Ffi.Bindgen.Inference;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans the delegate type of a function that C calls.</summary>
internal sealed class DelegatePlanner(TypeCatalog types)
{
    /// <summary>A delegate type without its name; null if C# can't say the signature.</summary>
    public DelegatePlan? Plan(PerPlatform<FunctionType> type, IReadOnlyList<Platform> platforms, string? documentation, string place)
    {
        FunctionType first = type.On(platforms[0]);
        if (
            platforms.Any(platform =>
                type.On(platform) is { IsVariadic: true } || type.On(platform).Parameters.Count != first.Parameters.Count))
        {
            return null;
        }

        string? result = Result(type, platforms);
        if (result is null)
        {
            return null;
        }

        List<ParameterPlan> parameters = [];
        string[] names = ParameterNames.Of(
            [.. first.Parameters.Select(static parameter => (parameter.Name, parameter.Type))],
            types,
            platforms[0]);
        for (int index = 0; index < first.Parameters.Count; index++)
        {
            if (Parameter(type, platforms, index, names[index]) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        return new DelegatePlan("", Heads.Of(documentation, $"<c>{Xml.Escape(place)}</c>"), result, parameters)
        {
            IsUnsafe = result.EndsWith('*') || parameters.Any(static parameter => parameter.Type.EndsWith('*')),
        };
    }

    private string? Result(PerPlatform<FunctionType> type, IReadOnlyList<Platform> platforms)
    {
        CType result = type.On(platforms[0]).Result;
        if (types.Index.Resolve(result, platforms[0]) is PrimitiveType { Primitive: Primitive.Void })
        {
            return "void";
        }

        return Join(platforms, platform => Value(type.On(platform).Result, platform))?.Type;
    }

    private ParameterPlan? Parameter(PerPlatform<FunctionType> type, IReadOnlyList<Platform> platforms, int index, string name)
    {
        CType first = type.On(platforms[0]).Parameters[index].Type;
        if (IsText(type.On(platforms[0]), index, platforms[0]))
        {
            return new ParameterPlan(name, "[NulTerminated] ", "ReadOnlySpan<byte>");
        }

        if (types.ObjectBehind(first, platforms[0]) is { Depth: 1 } found && types.FindHandle(found.Key) is null
            && types.RecordOf(found.Key, platforms[0]) is { } record)
        {
            types.Want(record);
            return new ParameterPlan(name, "", (found.IsConst ? "in " : "ref ") + types.NameOf(record));
        }

        return Join(platforms, platform => Value(type.On(platform).Parameters[index].Type, platform)) is { } value
            ? new ParameterPlan(name, "", value.Type)
            : null;
    }

    // Text whose length is told is not terminated.
    private bool IsText(FunctionType function, int index, Platform platform) =>
        types.Index.Resolve(function.Parameters[index].Type, platform)
            is PointerType { IsConst: true, Target: PrimitiveType { Primitive: Primitive.Char } }
        && (index + 1 == function.Parameters.Count || !IsLength(function.Parameters[index + 1], platform));

    private bool IsLength(FunctionTypeParameter parameter, Platform platform) =>
        types.Index.Resolve(parameter.Type, platform) is PrimitiveType { Primitive: var next } && PrimitiveFacts.IsInteger(next)
        && (parameter.Name is null || Lengths.IsLength(parameter.Name, parameter.Type));

    private Value? Value(CType type, Platform platform)
    {
        if (types.Index.Resolve(type, platform) is PointerType or FunctionType || types.ObjectBehind(type, platform) is not null)
        {
            return
                types.ObjectBehind(type, platform) is { Depth: 1 } found
                && types.FindHandle(found.Key) is null
                && types.RecordOf(found.Key, platform) is null
                ? new Value(types.ReferenceTo(found.Key).Name, ValueKind.Record, 8, 8)
                : new Value("nint", ValueKind.Address, 8, 8);
        }

        return types.Values.Passed(type, platform);
    }

    private static Value? Join(IReadOnlyList<Platform> platforms, Func<Platform, Value?> find)
    {
        List<(Platform, Value)> values = [];
        foreach (Platform platform in platforms)
        {
            if (find(platform) is not { } value)
            {
                return null;
            }

            values.Add((platform, value));
        }

        return ValueUnion.Of(values);
    }
}
