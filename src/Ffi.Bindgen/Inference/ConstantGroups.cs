using System.Numerics;
using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>Constants whose names begin alike, and that a function's comment names together: maybe an enum.</summary>
internal static class ConstantGroups
{
    private const int Fewest = 4;

    public static IEnumerable<Guess> Find(HeaderDigest digest, Prefixes prefixes)
    {
        IEnumerable<IGrouping<string, CConstant>> groups = digest
            .Constants.Where(static constant =>
                constant.Value is { IsUniform: true, First: IntegerValue } && constant.Name.Count(static character => character == '_') >= 2
            )
            .GroupBy(static constant => string.Join('_', constant.Name.Split('_').Take(2)) + "_");
        string comments = string.Join('\n', digest.Functions.Select(static function => function.Documentation));
        foreach (IGrouping<string, CConstant> group in groups.Where(static group => group.Count() >= Fewest))
        {
            if (!comments.Contains(group.Key, StringComparison.Ordinal))
            {
                continue;
            }

            BigInteger[] values = [.. group.Select(static constant => ((IntegerValue)constant.Value.First).Value)];
            bool isFlags = EnumPlanner.IsFlags(group.Key, values);
            yield return new Guess(
                $"enum {CSharpName.Pascal(prefixes.Strip(group.Key.TrimEnd('_')))}{(isFlags ? "Flags flags" : "")} {group.Key}*",
                $"{group.Count()} constants have this prefix, and a comment names one{(isFlags ? "; they are bits" : "")}");
        }
    }
}
