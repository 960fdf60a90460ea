namespace Ffi.Templates.Tests.Testing;

/// <summary>What the templates of these tests write of.</summary>
internal sealed record Plan(string Name = "name")
{
    public string? Note { get; init; }

    public string[] Words { get; init; } = ["one", "two", "three"];

    public int Count { get; init; }

    public int? Age { get; init; }

    public bool IsOpen { get; init; }

    public Size Size { get; init; }

    public Animal Animal { get; init; } = new Cat("Tom", 9);

    public Animal[] Animals { get; init; } = [new Cat("Tom", 9), new Dog("Rex", "Ann"), new Bird("Tweety")];

    public Plan? Inner { get; init; }
}

internal enum Size
{
    Small,
    Large,
}

internal abstract record Animal(string Name);

internal sealed record Cat(string Name, int Lives) : Animal(Name);

internal sealed record Dog(string Name, string Owner) : Animal(Name);

internal sealed record Bird(string Name) : Animal(Name);

internal static class Shout
{
    public static string Of(string text) => text.ToUpperInvariant();
}
