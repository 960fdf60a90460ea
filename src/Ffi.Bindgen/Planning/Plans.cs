using System.Globalization;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>A file of bindings.</summary>
internal sealed record BindingPlan
{
    public required string Header { get; init; }
    public required string Namespace { get; init; }
    public required string ClassName { get; init; }
    public required string LibraryArguments { get; init; }
    public required string Summary { get; init; }
    public bool IsInstance { get; init; }
    public required IReadOnlyList<ConstantPlan> Constants { get; init; }
    public required IReadOnlyList<VariablePlan> Variables { get; init; }
    public required IReadOnlyList<FunctionPlan> Functions { get; init; }
    public required IReadOnlyList<HandlePlan> Handles { get; init; }
    public required IReadOnlyList<ReferencePlan> References { get; init; }
    public required IReadOnlyList<EnumPlan> Enums { get; init; }
    public required IReadOnlyList<StructPlan> Structs { get; init; }
    public required IReadOnlyList<ArrayPlan> Arrays { get; init; }
    public required IReadOnlyList<DelegatePlan> Delegates { get; init; }
    public IReadOnlyList<Unbound> Unbound { get; init; } = [];

    public bool HasUnbound => Unbound.Count > 0;

    /// <summary>The modifier of the class beside <c>partial</c>.</summary>
    public string Modifier => IsInstance ? "sealed" : "static";

    /// <summary>The modifier of its members.</summary>
    public string MemberModifier => IsInstance ? "" : "static ";
}

/// <summary>What stands above a declaration: documentation and attributes that C# has for every kind.</summary>
internal sealed record HeadPlan
{
    /// <summary>Lines of XML, without their slashes.</summary>
    public IReadOnlyList<string> Documentation { get; init; } = [];

    /// <summary>Attributes, one a line, in their brackets.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];
}

/// <summary>A function.</summary>
internal sealed record FunctionPlan(
    string Name,
    HeadPlan Head,
    string Options,
    string Accessibility,
    string Result,
    IReadOnlyList<ParameterPlan> Parameters)
{
    /// <summary>The name in C.</summary>
    public required string CName { get; init; }

    /// <summary>Why it is bound so, where that was inferred: for a comment.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether callers must write <c>unsafe</c>.</summary>
    public bool IsUnsafe { get; init; }

    public string ParameterList => string.Join(", ", Parameters.Select(static parameter => parameter.Declaration));
}

/// <summary>A parameter of a function or delegate.</summary>
internal sealed record ParameterPlan(string Name, string Attributes, string Type)
{
    public string Declaration => $"{Attributes}{Type} {Name}";
}

/// <summary>A variable of the library.</summary>
internal sealed record VariablePlan(string Name, HeadPlan Head, string Type, string Accessors, string Options);

/// <summary>A class that owns what is behind a pointer.</summary>
internal sealed record HandlePlan(string Name, HeadPlan Head)
{
    /// <summary>The C name of the type.</summary>
    public required string CName { get; init; }

    /// <summary>The C name of the function that frees it.</summary>
    public required string FreedBy { get; init; }

    /// <summary>Whether that function takes the address of the pointer.</summary>
    public bool IsFreedByAddress { get; init; }

    /// <summary>The class of the functions, and the one that frees.</summary>
    public string Free { get; init; } = "";

    /// <summary>The struct behind the pointer, if the header shows it.</summary>
    public string? Struct { get; init; }

    public string UnsafeModifier => Struct is null ? "" : "unsafe ";
}

/// <summary>A type that is an address, of something that is never freed, or of which C# can't say the layout.</summary>
internal sealed record ReferencePlan(string Name, HeadPlan Head);

/// <summary>An enum.</summary>
internal sealed record EnumPlan(string Name, HeadPlan Head, string Type, IReadOnlyList<EnumMemberPlan> Members);

/// <summary>A member of an enum.</summary>
internal sealed record EnumMemberPlan(string CName, string Name, HeadPlan Head, string Value);

/// <summary>A struct or union.</summary>
internal sealed record StructPlan(string Name, HeadPlan Head)
{
    public required CRecord Record { get; init; }
    public bool IsUnsafe { get; init; }
    public bool IsExplicit { get; init; }
    public required IReadOnlyList<FieldPlan> Fields { get; init; }
    public IReadOnlyList<BitfieldPlan> Bitfields { get; init; } = [];
    public IReadOnlyList<FlattenedPlan> Flattened { get; init; } = [];
    public FlexiblePlan? Flexible { get; init; }

    public string UnsafeModifier => IsUnsafe ? "unsafe " : "";
}

/// <summary>A field.</summary>
internal sealed record FieldPlan(string CName, string Name, string Type, HeadPlan Head, string Accessibility = "public");

/// <summary>A property over some bits of a field.</summary>
internal sealed record BitfieldPlan(string CName, string Name, string Type, HeadPlan Head, string Storage, string Read, string Write);

/// <summary>A field of an unnamed member, as if it were the struct's own.</summary>
internal sealed record FlattenedPlan(string Name, string Type, string Path, HeadPlan Head);

/// <summary>The array behind a struct whose length only the program knows.</summary>
internal sealed record FlexiblePlan(string Name, string Type, long Offset, HeadPlan Head)
{
    public string OffsetText => Offset.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Several of a type, as a field.</summary>
internal sealed record ArrayPlan(string Name, string Element, long Length)
{
    public string LengthText => Length.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The type of a function that C calls.</summary>
internal sealed record DelegatePlan(string Name, HeadPlan Head, string Result, IReadOnlyList<ParameterPlan> Parameters)
{
    public bool IsUnsafe { get; init; }

    public string UnsafeModifier => IsUnsafe ? "unsafe " : "";

    public string ParameterList => string.Join(", ", Parameters.Select(static parameter => parameter.Declaration));
}

/// <summary>A constant.</summary>
internal sealed record ConstantPlan(string CName, string Name, string Declaration, HeadPlan Head);

/// <summary>What a header declares and no binding has.</summary>
public sealed record Unbound(string Name, string Reason)
{
    /// <summary>Both, on a line.</summary>
    public override string ToString() => $"{Name}: {Reason}";

    internal string Text => ToString();
}
