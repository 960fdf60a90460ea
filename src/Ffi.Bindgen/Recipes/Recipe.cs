using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Recipes;

/// <summary>What a person decides about a binding: the content of a <c>*.ffi-bind</c> file.</summary>
public sealed record Recipe
{
    /// <summary>The headers to read.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Where headers are looked for.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>Macros that the headers expect.</summary>
    public IReadOnlyList<string> Defines { get; init; } = [];

    /// <summary>The platforms to bind for.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>The library, as a program names it.</summary>
    public string Library { get; init; } = "";

    /// <summary>Other names of the library, by <c>linux</c>, <c>windows</c> or <c>macos</c>.</summary>
    public IReadOnlyDictionary<string, string> LibraryBySystem { get; init; } = new Dictionary<string, string>();

    /// <summary>The namespace of what is written.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The class of the functions; null for the library's name.</summary>
    public string? ClassName { get; init; }

    /// <summary>Whether symbols come from what the class is constructed with, instead of a library that is loaded by its name.</summary>
    public bool IsInstance { get; init; }

    /// <summary>Beginnings of C names that C# names do without; null to find them.</summary>
    public IReadOnlyList<string>? Strip { get; init; }

    /// <summary>The functions to bind; empty for all.</summary>
    public IReadOnlyList<NamePattern> Only { get; init; } = [];

    /// <summary>Functions, constants and members of enums to leave out.</summary>
    public IReadOnlyList<NamePattern> Except { get; init; } = [];

    /// <summary>What is known of types behind pointers.</summary>
    public IReadOnlyList<HandleChoice> Handles { get; init; } = [];

    /// <summary>Constants that are an enum.</summary>
    public IReadOnlyList<EnumChoice> Enums { get; init; } = [];

    /// <summary>C# names by C name, of types, functions and constants.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The clauses of functions, by C name, in which <c>*</c> matches any characters.</summary>
    public IReadOnlyDictionary<string, FunctionChoice> Functions { get; init; } = new Dictionary<string, FunctionChoice>();

    /// <summary>All clauses of a function: its own, and those of the lines whose pattern matches. Its own take precedence.</summary>
    /// <returns>Null if there are none.</returns>
    public FunctionChoice? ChoiceOf(string function)
    {
        FunctionChoice? choice = Functions.GetValueOrDefault(function);
        foreach ((string name, FunctionChoice general) in Functions)
        {
            if (name.Contains('*', StringComparison.Ordinal) && new NamePattern(name).Matches(function))
            {
                choice = choice is null ? general : choice.Before(general);
            }
        }

        return choice;
    }

    /// <summary>Whether the recipe has a function bound.</summary>
    public bool Binds(string function) =>
        (Only.Count == 0 || Only.Any(pattern => pattern.Matches(function))) && !LeavesOut(function);

    /// <summary>The members of an enum that the recipe has bound: those that it names, or all if it names none.</summary>
    public IEnumerable<CEnumMember> MembersOf(CEnum item)
    {
        bool namesSome = Only.Count > 0 && item.Members.Any(member => Binds(member.Name));
        return item.Members.Where(member => namesSome ? Binds(member.Name) : !LeavesOut(member.Name));
    }

    private bool LeavesOut(string name) => Except.Any(pattern => pattern.Matches(name));
}

/// <summary>What is known of a type behind pointers.</summary>
/// <param name="Type">Its C name.</param>
/// <param name="Name">The C# name; null for one made of the C name.</param>
/// <param name="FreedBy">The function that frees it; null if nothing does, so that C# holds its bare address.</param>
public sealed record HandleChoice(string Type, string? Name, string? FreedBy);

/// <summary>Constants that are an enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="IsFlags">Whether its members are bits.</param>
/// <param name="Members">Which constants.</param>
public sealed record EnumChoice(string Name, bool IsFlags, IReadOnlyList<NamePattern> Members);

/// <summary>The clauses of a function.</summary>
public sealed record FunctionChoice
{
    /// <summary>The C# name; null for one made of the C name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether its signature has C's pointers.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The clauses of parameters, by name.</summary>
    public IReadOnlyDictionary<string, ParameterChoice> Parameters { get; init; } = new Dictionary<string, ParameterChoice>();

    /// <summary>The clauses of the result; null if there are none.</summary>
    public ParameterChoice? Result { get; init; }

    /// <summary>This choice, completed by another.</summary>
    public FunctionChoice Before(FunctionChoice other)
    {
        Dictionary<string, ParameterChoice> parameters = new(other.Parameters);
        foreach ((string name, ParameterChoice choice) in Parameters)
        {
            parameters[name] = choice;
        }

        return this with
        {
            Name = Name ?? other.Name,
            IsRaw = IsRaw || other.IsRaw,
            Parameters = parameters,
            Result = Result ?? other.Result,
        };
    }
}

/// <summary>The clauses of a parameter or a result.</summary>
public sealed record ParameterChoice
{
    /// <summary>The way in which it is passed; null for the one that is found.</summary>
    public Form? Form { get; init; }

    /// <summary>The enum that it is, by its C# name.</summary>
    public string? Enum { get; init; }

    /// <summary>Its C# type, which replaces what would be written; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>Whether native code keeps the pointer.</summary>
    public bool IsRetained { get; init; }

    /// <summary>Until when it is kept.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the call ends its life.</summary>
    public bool Frees { get; init; }

    /// <summary>Whether native code reads up to a NUL.</summary>
    public bool IsNulTerminated { get; init; }

    /// <summary>The function that frees it.</summary>
    public string? FreedWith { get; init; }

    /// <summary>The parameter that owns the memory.</summary>
    public string? BorrowedFrom { get; init; }

    /// <summary>The functions that end the validity of what is borrowed.</summary>
    public IReadOnlyList<string> InvalidatedBy { get; init; } = [];
}

/// <summary>A way in which something behind a pointer is passed.</summary>
public enum Form
{
    /// <summary>Native code writes one.</summary>
    Out,

    /// <summary>Native code reads one.</summary>
    In,

    /// <summary>Native code reads and writes one.</summary>
    Ref,

    /// <summary>Several, one behind the other.</summary>
    Span,

    /// <summary>C's pointer.</summary>
    Pointer,

    /// <summary>An address as a number.</summary>
    Address,

    /// <summary>NUL-terminated text.</summary>
    Text,

    /// <summary>A handle that the caller owns.</summary>
    Owned,

    /// <summary>A function that is only called during the call.</summary>
    Called,

    /// <summary>A function that is kept.</summary>
    Kept,
}
