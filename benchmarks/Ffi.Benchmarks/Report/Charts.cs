using Ffi.Benchmarks.Calls;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>What the page shows as pictures.</summary>
internal static class Charts
{
    private static readonly string[] s_ours =
    [
        "NativeFunction", "GetFunction", "DynamicPath", "NativeCall", "NativeCallback", "PinnedBuffer", "Eager", "NativeChannel",
    ];

    /// <summary>The charts of a run.</summary>
    public static IReadOnlyList<BarChart> Of(IReadOnlyList<Measurement> measurements) =>
        [
            new(
                "calls",
                "A call of two 64-bit integers, nanoseconds",
                [
                    Group(measurements, CallComparisons.InLoop, "2args", "in a loop", without: ["RoundTrip"]),
                    Group(measurements, CallComparisons.Alone, "2args", "alone, in a method that is not inlined", without: ["RoundTrip"]),
                ]),
            new(
                "arities",
                "A call in a loop by its number of 64-bit integers, nanoseconds",
                [
                    .. ((string[])["0args", "2args", "5args", "10args", "15args", "32args"]).Select(name =>
                        Group(
                            measurements,
                            CallComparisons.InLoop,
                            name,
                            name.Replace("args", " arguments", StringComparison.Ordinal),
                            without: ["RoundTrip", "DynamicMethod", "DynamicInvoke", "MethodInfo", "DynamicPath", "NativeCall"])),
                ]),
            new(
                "crossing",
                "Arguments other than numbers, nanoseconds",
                [
                    Group(measurements, "Text", "19chars", "a string of 19 characters"),
                    Group(measurements, "Text", "literal", "a literal"),
                    Group(measurements, "Spans", "span of bytes", "a span of bytes"),
                    Group(measurements, "Handles", "SafeHandle", "a SafeHandle"),
                    Group(measurements, "Errors", "errno", "the error number"),
                ]),
            new(
                "callbacks",
                "C calls C#, nanoseconds",
                [
                    Group(measurements, "Callbacks", "static", "a static method"),
                    Group(measurements, "Callbacks", "delegate", "a delegate that is used again"),
                ]),
            new(
                "closures",
                "A new closure passed on each call, nanoseconds",
                [Group(measurements, "Callbacks", "new closure for each call", "")]),
        ];

    private static BarGroup Group(
        IReadOnlyList<Measurement> measurements,
        string group,
        string name,
        string heading,
        params string[] without)
    {
        Measurement measurement = measurements.Single(one => one.Comparison.Group == group && one.Comparison.Name == name);
        return new BarGroup(heading,
        [
            .. measurement.Comparison.Ways
                .Where(way => !without.Contains(way.Name))
                .Select(way => new Bar(way.Name, measurement.NanosecondsOf(way.Name), s_ours.Any(way.Name.StartsWith))),
        ]);
    }
}
