using System.Globalization;
using System.Numerics;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans enums.</summary>
internal static class EnumPlanner
{
    /// <summary>An enum of the header. Members whose value differs by platform are none of C#'s.</summary>
    public static EnumPlan Plan(CEnum item, string name, Prefixes prefixes, TypeCatalog types)
    {
        // What the recipe leaves out changes neither the names of the others nor what they are.
        CEnumMember[] all = [.. item.Members.Where(static member => member.Value.IsUniform)];
        bool isFlags = item.Attributes.Any(static attribute => attribute.Name == "flag_enum")
            || IsFlags(item.Name, [.. all.Select(static member => member.Value.First)]);
        int size = (int)(types.Index.LayoutOf(item.Type.First, types.Platforms.First())?.Size ?? 4);
        return Plan(
            name,
            Heads.Of(
                item.Documentation,
                $"<c>{Xml.Escape(item.Name)}</c>",
                isFlags
                    ? ["[Flags]", .. SupportedPlatforms.Attributes(item.Platforms, types.Platforms)]
                    : SupportedPlatforms.Attributes(item.Platforms, types.Platforms)),
            size,
            isFlags,
            [.. all.Select(static member => (member.Name, member.Value.First, member.Documentation))],
            prefixes,
            types.Recipe.MembersOf(item).Select(static member => member.Name).ToHashSet());
    }

    /// <summary>An enum of names and values.</summary>
    public static EnumPlan Plan(
        string name,
        HeadPlan head,
        int size,
        bool isFlags,
        IReadOnlyList<(string Name, BigInteger Value, string? Documentation)> members,
        Prefixes prefixes,
        IReadOnlySet<string>? chosen = null)
    {
        bool isUnsigned =
            !members.Any(static member => member.Value.Sign < 0)
            && (isFlags || members.Any(member => member.Value >= BigInteger.One << ((size * 8) - 1)));
        string type = ValueUnion.Number(size, !isUnsigned).Type;
        string[] alike = Alike([.. members.Select(static member => member.Name)]);
        int common = CommonWords(alike);
        NameScope scope = new([]);
        List<EnumMemberPlan> plans = [];
        bool IsChosen((string Name, BigInteger, string?) member) => chosen?.Contains(member.Name) != false;
        foreach ((string memberName, BigInteger value, string? documentation) in members.Where(IsChosen))
        {
            string bare = Bare(memberName, alike.Contains(memberName) ? common : 0, prefixes);
            plans.Add(new EnumMemberPlan(
                memberName,
                scope.Take(CSharpName.Escape(CSharpName.Pascal(bare)), CSharpName.AsInC(bare), CSharpName.AsInC(memberName)),
                Heads.Of(documentation, $"<c>{Xml.Escape(memberName)}</c>"),
                Wrap(value, size, isUnsigned).ToString(CultureInfo.InvariantCulture)));
        }

        return new EnumPlan(name, head, type == "int" ? "" : $" : {type}", plans);
    }

    /// <summary>Whether values are bits, and what is composed of them.</summary>
    public static bool IsFlags(string name, IReadOnlyList<BigInteger> values)
    {
        // A member that only makes the enum as wide as an int.
        values = [.. values.Where(static value => value != int.MaxValue)];
        BigInteger[] bits = [.. values.Where(static value => value.Sign > 0 && value.IsPowerOfTwo).Distinct()];
        BigInteger all = bits.Aggregate(BigInteger.Zero, static (sum, bit) => sum | bit);
        if (bits.Length < 2 || values.Any(value => value.Sign < 0 || (value & ~all) != 0))
        {
            return false;
        }

        bool isNamedSo = Words
            .Of(name)
            .Any(static word => word is "flag" or "flags" or "mask" or "option" or "options" or "opt" or "bits" or "caps");
        BigInteger[] distinct = [.. values.Distinct().Order()];
        bool isRun = distinct.Zip(distinct.Skip(1)).All(static pair => pair.Second == pair.First + 1);
        return isNamedSo || (!isRun && bits.Length >= 3 && bits.Length * 2 > distinct.Length);
    }

    // A member's name without the words that all have, but with the last of them where nothing, or a digit, would be left.
    private static string Bare(string name, int common, Prefixes prefixes)
    {
        string stripped = string.Join('_', name.Split('_').Skip(common));
        stripped = common == 0 ? prefixes.Strip(name) : stripped;
        return stripped.Length == 0 || char.IsDigit(stripped[0])
            ? string.Join('_', name.Split('_').Skip(Math.Max(common - 1, 0)))
            : stripped;
    }

    // One member of another kind, such as CURL_LAST behind eighty of CURLE_*, leaves the names of the others as they are.
    private static string[] Alike(string[] names)
    {
        string[] most = names.GroupBy(static name => name.Split('_')[0]).MaxBy(static group => group.Count())?.ToArray() ?? [];
        return most.Length >= 4 && most.Length * 4 >= names.Length * 3 ? most : names;
    }

    private static int CommonWords(string[] names)
    {
        if (names.Length == 0)
        {
            return 0;
        }

        string[] first = names[0].Split('_');
        int common = names.Length == 1 ? 0 : first.Length - 1;
        foreach (string name in names.Skip(1))
        {
            string[] words = name.Split('_');
            int shared = 0;
            while (shared < Math.Min(common, words.Length - 1) && words[shared] == first[shared])
            {
                shared++;
            }

            common = shared;
        }

        return common;
    }

    private static BigInteger Wrap(BigInteger value, int size, bool isUnsigned)
    {
        BigInteger range = BigInteger.One << (size * 8);
        BigInteger wrapped = ((value % range) + range) % range;
        return !isUnsigned && wrapped >= range / 2 ? wrapped - range : wrapped;
    }
}
