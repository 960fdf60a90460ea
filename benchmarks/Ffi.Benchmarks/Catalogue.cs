using Ffi.Benchmarks.Binding;
using Ffi.Benchmarks.Callbacks;
using Ffi.Benchmarks.Calls;
using Ffi.Benchmarks.Crossing;
using Ffi.Benchmarks.Generators;
using Ffi.Benchmarks.Measuring;
using Ffi.Benchmarks.Memory;

namespace Ffi.Benchmarks;

/// <summary>Everything that is compared.</summary>
internal static class Catalogue
{
    /// <summary>The comparisons, in the order of the report.</summary>
    public static IEnumerable<Comparison> All =>
    [
        .. CallComparisons.All,
        .. RunTimeComparisons.All,
        .. SuppressedComparisons.All,
        .. TextComparisons.All,
        .. StructComparisons.All,
        .. SpanComparisons.All,
        .. HandleComparisons.All,
        .. ErrorComparisons.All,
        .. CallbackComparisons.All,
        .. PinComparisons.All,
        .. BindingComparisons.All,
        .. ChannelComparisons.All,
        .. GeneratorComparisons.All,
        AnalyzerComparisons.InReport,
    ];
}
