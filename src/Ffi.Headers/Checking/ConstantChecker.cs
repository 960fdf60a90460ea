using System.Numerics;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares constants and members of enums with C's of their names.</summary>
internal sealed class ConstantChecker(DigestIndex index)
{
    // What tells the version of the library, which is another matter.
    private static readonly string[] s_versions = ["VERSION", "PATCHLEVEL", "REVISION", "RELEASE"];

    // The last member of an enum is another with each version.
    private static readonly string[] s_ends = ["LAST", "LASTENTRY", "LASTONE", "MAX", "COUNT", "NUM", "END", "TOTAL"];

    /// <summary>Compares a constant with C's of just this name, a macro or a member of an enum.</summary>
    public Finding? Check(ManagedConstant constant)
    {
        if (s_versions.Any(word => constant.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return null;
        }

        foreach (CConstant native in index.ConstantsOf(constant.Name))
        {
            return Compare(
                constant.Name, constant.Value.ToString(), constant.Origin, native.Location, native.Name, native.Platforms,
                platform => AreEqual(constant.Value, native.Value.On(platform)) ? null : native.Value.On(platform).ToString());
        }

        return constant.Value is IntegerValue { Value: var value } && index.FindEnumMember(constant.Name) is var (numbers, member)
            ? CompareNumber(constant.Name, value, constant.Origin, numbers, member)
            : null;
    }

    /// <summary>Compares an enum's members with those of C's enum.</summary>
    public IEnumerable<Finding> Check(ManagedEnum managed, CEnum native)
    {
        ILookup<string, CEnumMember> byEnding = native.Members
            .SelectMany(static member => Names.Endings(member.Name).Distinct().Select(ending => (ending, member)))
            .ToLookup(static pair => pair.ending, static pair => pair.member);
        foreach (ManagedEnumMember member in managed.Members)
        {
            CEnumMember[] found = [.. byEnding[Names.Plain(member.Name)]];
            // Some libraries tell names apart by case alone: MODE_ARGB and MODE_Argb.
            CEnumMember? exact = Array.Find(found, other => other.Name == member.Name);
            CEnumMember[] alike = exact is not null ? [exact] : Array.FindAll(found, other => Names.AreAlike(other.Name, member.Name));
            if (
                (
                    alike.Length == 1 ? alike[0]
                    : alike.Length == 0 && found.Length == 1 ? found[0]
                    : null)
                    is { } same
                && CompareNumber(member.Name, member.Value, member.Origin, native, same) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Compares members that have C's full names, of an enum that nothing says to stand for one of C's.</summary>
    public IEnumerable<Finding> CheckMembers(ManagedEnum managed) =>
        managed
            .Members.Where(static member => member.Name.IndexOf('_') > 0)
            .Select(static member => new ManagedConstant(member.Name, new IntegerValue(member.Value)) { Origin = member.Origin })
            .Select(Check)
            .OfType<Finding>();

    private Finding? CompareNumber(string name, BigInteger value, object? origin, CEnum numbers, CEnumMember member) => Compare(
        name, value.ToString(), origin, numbers.Location, member.Name, numbers.Platforms.Intersect(member.Platforms),
        platform => AreEqual(value, member.Value.On(platform)) || IsEnd(member) ? null : member.Value.On(platform).ToString());

    private static bool IsEnd(CEnumMember member) =>
        s_ends.Contains(member.Name.Substring(member.Name.LastIndexOf('_') + 1).ToUpperInvariant());

    private Finding? Compare(
        string name,
        string value,
        object? origin,
        SourceLocation? location,
        string nativeName,
        PlatformSet existsOn,
        Func<Platform, string?> wrongOn)
    {
        PlatformSet compared = index.Digest.Platforms.Intersect(existsOn);
        (Platform Platform, string? Value)[] wrong =
        [
            .. compared.Select(platform => (platform, wrongOn(platform))).Where(static entry => entry.Item2 is not null),
        ];
        if (wrong.Length == 0)
        {
            return null;
        }

        PlatformSet platforms = PlatformSet.Of(wrong.Select(static entry => entry.Platform));
        bool isEverywhere = platforms.Includes(compared);
        bool isSame = wrong.Select(static entry => entry.Value).Distinct().Count() == 1;
        return new Finding(
            isEverywhere ? CheckRule.ConstantValue : CheckRule.PlatformDifference,
            isEverywhere ? FindingSeverity.Error : FindingSeverity.Warning,
            $"'{name}' is {value}, and C's {nativeName} is {wrong[0].Value}")
        {
            Platforms = platforms,
            Compared = compared,
            Header = location,
            Origin = origin,
            Symbol = nativeName,
            Replacement = isEverywhere && isSame ? wrong[0].Value : null,
        };
    }

    private static bool AreEqual(ConstantValue one, ConstantValue other) => (one, other) switch
    {
        (IntegerValue left, IntegerValue right) => AreEqual(left.Value, right.Value),
        (FloatValue left, FloatValue right) => left.Value.Equals(right.Value) || (float)left.Value == (float)right.Value,
        (FloatValue left, IntegerValue right) => left.Value == (double)right.Value,
        (IntegerValue left, FloatValue right) => (double)left.Value == right.Value,
        (TextValue left, TextValue right) => left.Value.TrimEnd('\0') == right.Value.TrimEnd('\0'),
        // Text for a number is another thing of the same name.
        _ => true,
    };

    // One says -1 and the other 0xFFFFFFFF.
    private static bool AreEqual(BigInteger one, BigInteger other) =>
        one == other || IsSameBits(one - other, 32, one, other) || IsSameBits(one - other, 64, one, other);

    private static bool IsSameBits(BigInteger difference, int bits, BigInteger one, BigInteger other)
    {
        BigInteger limit = BigInteger.One << bits;
        return BigInteger.Abs(difference) == limit && BigInteger.Max(one, other) < limit && BigInteger.Min(one, other) >= -(limit >> 1);
    }
}
