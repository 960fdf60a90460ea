using System.Text.Json;
using System.Text.RegularExpressions;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>A row of <c>targets.json</c>: how a way of Ffi has to compare with others.</summary>
internal sealed record Target
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>All of them.</summary>
    public static Target[] All { get; } = JsonSerializer.Deserialize<Target[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Report", "targets.json")), s_options)!;

    /// <summary>What is done, for people.</summary>
    public required string Work { get; init; }

    /// <summary>The group of the comparisons that the target holds for.</summary>
    public required string Group { get; init; }

    /// <summary>A pattern of their names; all of the group where there is none.</summary>
    public string Name { get; init; } = ".*";

    /// <summary>The way that is judged.</summary>
    public required string Way { get; init; }

    /// <summary>The ways that it is judged by: the fastest of them counts.</summary>
    public required string[] Against { get; init; }

    /// <summary>A way whose time is taken off both sides first: what both have to do besides the work.</summary>
    public string? Over { get; init; }

    /// <summary>The greatest ratio of its time to theirs.</summary>
    public double AtMost { get; init; }

    /// <summary>The same the other way round: how often its time has to fit in theirs.</summary>
    public double TimesFaster { get; init; }

    /// <summary>Whether the judged way may allocate; else it must not, on the calling thread.</summary>
    public bool Allocates { get; init; }

    /// <summary>What can't be passed by anyone. A target beyond it counts as met where the floor is reached.</summary>
    public Floor? Floor { get; init; }

    /// <summary>The greatest ratio, whichever way it is written.</summary>
    public double Limit => TimesFaster > 0 ? 1 / TimesFaster : AtMost;

    /// <summary>Whether a comparison is one that the target is about.</summary>
    public bool IsAbout(Comparison comparison) => comparison.Group == Group && Regex.IsMatch(comparison.Name, $"^{Name}$");
}

/// <summary>Ways that show what the machine and the runtime allow.</summary>
/// <param name="Against">The ways: the fastest of them counts.</param>
/// <param name="AtMost">The greatest ratio at which the floor counts as reached.</param>
internal sealed record Floor(string[] Against, double AtMost);
