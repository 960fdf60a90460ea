using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Templates.Reading;

/// <summary>How <c>#line</c> names a template.</summary>
/// <remarks>
/// The compiler resolves a relative path from the folder of the file that has the directive, and maps the result as it maps all paths
/// (<c>PathMap</c>). A whole path would put the machine's folder into the embedded source, and so into the package.
/// </remarks>
internal sealed record LinePaths(string GeneratedFolder)
{
    public static LinePaths Read(AnalyzerConfigOptions build)
    {
        string Property(string name) => build.TryGetValue("build_property." + name, out string? value) ? value : "";

        string folder = string.Equals(Property("EmitCompilerGeneratedFiles"), "true", StringComparison.OrdinalIgnoreCase)
            ? Property("CompilerGeneratedFilesOutputPath")
            : Property("IntermediateOutputPath");
        Type generator = typeof(TemplateGenerator);
        return new(
            folder.Length == 0 ? "" : Path.Combine(Property("ProjectDir"), folder, generator.Assembly.GetName().Name, generator.FullName));
    }

    /// <summary>From the folder of generated files to a template; the template's whole path where that folder isn't known.</summary>
    public string PathOf(string template) =>
        GeneratedFolder.Length == 0 ? template : Relative(Parts(GeneratedFolder), Parts(template)) ?? template;

    private static string? Relative(List<string> from, List<string> to)
    {
        int common = 0;
        while (common < Math.Min(from.Count, to.Count) && from[common] == to[common])
        {
            common++;
        }

        // Another drive.
        return common == 0 ? null : string.Join("/", Enumerable.Repeat("..", from.Count - common).Concat(to.Skip(common)));
    }

    private static List<string> Parts(string path)
    {
        List<string> parts = [];
        foreach (string part in path.Replace('\\', '/').TrimEnd('/').Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
