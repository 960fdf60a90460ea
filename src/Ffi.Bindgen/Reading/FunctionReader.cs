using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads functions.</summary>
internal sealed class FunctionReader(LibClang clang, TypeReader types, ItemFacts facts, Platform platform)
{
    public CFunction Read(Cursor cursor)
    {
        string name = clang.Take(clang.NameOf(cursor));
        ClangType type = clang.TypeOf(cursor);
        int count = Math.Max(clang.ArgumentCount(cursor), 0);
        var parameters = new CParameter[count];
        for (int index = 0; index < count; index++)
        {
            parameters[index] = ReadParameter(clang.ArgumentOf(cursor, (uint)index), $"{name}.{index}");
        }

        CType result = types.Read(clang.ResultOf(type), null, $"{name}.result");
        return facts.Describe(cursor, new CFunction(name, PerPlatform.Same(result), parameters.ToEquatableArray())
        {
            IsVariadic = clang.IsVariadic(type) != 0 && !IsUnprototyped(type),
            IsInline = clang.IsInline(cursor) != 0 || clang.IsDefinition(cursor) != 0 || clang.StorageOf(cursor) == StorageClass.Static,
            IsUnprototyped = IsUnprototyped(type),
            Convention = Conventions.Of(clang.ConventionOf(type), platform),
            Symbol = SymbolOf(cursor),
        });
    }

    /// <summary>The name in the library that an <c>asm("…")</c> gives; null if there is none.</summary>
    public PerPlatform<string>? SymbolOf(Cursor cursor)
    {
        if (clang.HasAttributes(cursor) == 0)
        {
            return null;
        }

        Cursor? label = clang
            .ChildrenOf(cursor)
            .Where(static child => child.Kind == CursorKind.AsmLabelAttribute)
            .Select(static child => (Cursor?)child)
            .FirstOrDefault();
        if (label is not { } found)
        {
            return null;
        }

        string symbol = clang.Take(clang.NameOf(found));
        // macOS puts an underscore before every C name; dlsym adds it itself.
        return PerPlatform.Same(platform == Platform.OsxArm64 && symbol.StartsWith('_') ? symbol[1..] : symbol);
    }

    private bool IsUnprototyped(ClangType type) => clang.CanonicalTypeOf(type).Kind == TypeKind.FunctionWithoutPrototype;

    private CParameter ReadParameter(Cursor cursor, string place)
    {
        string name = clang.Take(clang.NameOf(cursor));
        (CType type, long? count) = types.ReadParameter(clang.TypeOf(cursor), cursor, place);
        return new CParameter(name.Length == 0 ? null : name, PerPlatform.Same(type))
        {
            Count = count,
            Attributes = facts.AttributesOf(cursor),
        };
    }
}
