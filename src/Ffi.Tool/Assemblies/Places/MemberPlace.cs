using System.Reflection.Metadata;

namespace Ffi.Tool.Assemblies.Places;

/// <summary>What a finding points at: a member of a type, or a parameter of it.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Type">The type; for a type itself, that.</param>
/// <param name="Kind">What is pointed at.</param>
/// <param name="Name">Its name in the source.</param>
internal sealed record MemberPlace(AssemblyFile Assembly, TypeDefinitionHandle Type, MemberKind Kind, string Name)
{
    /// <summary>The parameter; empty for the whole.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>How many parameters the method has, to tell it from others of its name; -1 if it doesn't matter.</summary>
    public int Count { get; init; } = -1;

    /// <summary>The member as messages name it: <c>Acme.Native.Open(path)</c>.</summary>
    public string Text
    {
        get
        {
            string type = Assembly.FullNameOf(Type).Replace('+', '.');
            bool isType = Kind == MemberKind.Type || type == Name || type.EndsWith('.' + Name, StringComparison.Ordinal);
            string member = isType ? type : $"{type}.{Name}";
            return Parameter.Length > 0 ? $"{member}({Parameter})" : member;
        }
    }
}

/// <summary>Kinds of what a finding points at.</summary>
internal enum MemberKind
{
    Type,
    Method,
    Field,
}
