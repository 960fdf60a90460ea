namespace Ffi.Headers.Digest;

/// <summary>A struct or union whose fields the header shows.</summary>
/// <param name="Name">The typedef's or tag's name; of an unnamed one, the outer name with the field's or a number, such as
/// <c>SDL_Event.0</c>.</param>
/// <param name="Kind">Struct or union.</param>
/// <param name="Layout">Its size and alignment.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record CRecord(string Name, RecordKind Kind, PerPlatform<RecordLayout> Layout, EquatableArray<CField> Fields) : CItem(Name)
{
    /// <summary>The fields that exist on a platform.</summary>
    public IEnumerable<CField> FieldsOn(Platform platform) => Fields.Where(field => field.Platforms.Contains(platform));
}

/// <summary>Struct or union.</summary>
public enum RecordKind
{
    /// <summary>Fields one behind the other.</summary>
    Struct,

    /// <summary>Fields in the same place.</summary>
    Union,
}

/// <summary>How much room a record takes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Alignment">In bytes.</param>
public readonly record struct RecordLayout(long Size, int Alignment);
