namespace Xunit;

/// <summary>A test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FactAttribute : Attribute
{
    public string? Skip { get; set; }
}

/// <summary>A test that runs once for each row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TheoryAttribute : FactAttribute;

/// <summary>A row of data.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class InlineDataAttribute(params object?[]? arguments) : Attribute
{
    public object?[] Arguments { get; } = arguments ?? [null];
}

/// <summary>A static member of the test's class with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MemberDataAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Says which tests must not run at once. None do here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Names such a group of tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionDefinitionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public bool DisableParallelization { get; set; }
}
