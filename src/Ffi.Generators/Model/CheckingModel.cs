namespace Ffi.Generators.Model;

/// <summary>What a project asks for beside the calls themselves.</summary>
/// <param name="ChecksCalls">Whether bodies test their declarations while the program runs.</param>
internal sealed record CheckingModel(bool ChecksCalls)
{
    /// <summary>Nothing: bodies are what they have to be.</summary>
    public static CheckingModel None { get; } = new(ChecksCalls: false);
}
