namespace Ffi.Bindgen.Planning.Names;

/// <summary>The beginnings that a library's names have in common, since C has no namespaces.</summary>
internal sealed class Prefixes(IReadOnlyList<string> strip)
{
    private readonly string[] _longestFirst = [.. strip.OrderByDescending(static prefix => prefix.Length)];

    /// <summary>A name without the longest beginning that leaves a name.</summary>
    public string Strip(string name)
    {
        foreach (string prefix in _longestFirst)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && char.IsLetter(name[prefix.Length]))
            {
                return name[prefix.Length..];
            }
        }

        return name;
    }

    /// <summary>The beginnings that most functions, most types and most constants have.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> functions, IEnumerable<string> types, IEnumerable<string> constants)
    {
        string? function = MostCommon(functions, null);
        string? core = function?.TrimEnd('_');
        return [.. new[] { function, MostCommon(types, core), MostCommon(constants, core) }.OfType<string>().Distinct()];
    }

    // What functions begin with is looked for in other case first: glfwInit, GLFWwindow, GLFW_TRUE.
    private static string? MostCommon(IEnumerable<string> names, string? core)
    {
        string[] all = [.. names];
        return (core is null ? null : MostCommon(all, name => InCase(core, name))) ?? MostCommon(all, Candidates);
    }

    private static string? MostCommon(string[] all, Func<string, IEnumerable<string>> candidates)
    {
        IGrouping<string, string>? best = all.SelectMany(candidates, static (name, prefix) => (name, prefix))
            .GroupBy(static pair => pair.prefix, static pair => pair.name)
            .MaxBy(static group => (group.Count(), group.Key.Length));
        return best is not null && all.Length >= 3 && best.Count() * 2 >= all.Length ? best.Key : null;
    }

    private static IEnumerable<string> InCase(string core, string name)
    {
        if (name.Length > core.Length + 1 && name.StartsWith(core, StringComparison.OrdinalIgnoreCase))
        {
            yield return name[..(core.Length + (name[core.Length] == '_' ? 1 : 0))];
        }
    }

    // sqlite3_open: "sqlite3_". xmlParse: "xml". AVFrame: "AV". VkDevice: "Vk".
    private static IEnumerable<string> Candidates(string name)
    {
        int underscore = name.IndexOf('_', 1 <= name.Length ? 1 : 0);
        if (underscore > 0 && underscore < name.Length - 1)
        {
            yield return name[..(underscore + 1)];
        }

        int border = 1;
        while (border < name.Length && !IsBorder(name, border))
        {
            border++;
        }

        if (border is > 1 and <= 8 && border < name.Length && (underscore < 0 || border < underscore))
        {
            yield return name[..border];
        }
    }

    private static bool IsBorder(string name, int index) =>
        char.IsAsciiLetterUpper(name[index])
        && (char.IsAsciiLetterLower(name[index - 1]) || (index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1])));
}
