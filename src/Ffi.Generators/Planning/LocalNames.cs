using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Hands out names for locals that clash neither with the user's parameters nor with each other.</summary>
internal sealed class LocalNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    public static LocalNames Of(FunctionModel function) => new(function.Parameters.Select(static parameter => parameter.Name));

    /// <summary>The wanted name, with underscores behind it while it is taken.</summary>
    public string Take(string wanted)
    {
        while (!_taken.Add(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }
}
