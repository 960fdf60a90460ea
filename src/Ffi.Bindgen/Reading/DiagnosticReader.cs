using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What the compiler finds wrong with a header.</summary>
internal sealed class DiagnosticReader(LibClang clang, SourceFiles files, Platform platform)
{
    private const int Error = 3; // CXDiagnostic_Error; 4 is fatal.

    public IReadOnlyList<ReadProblem> Read(UnitHandle unit)
    {
        List<ReadProblem> problems = [];
        for (uint index = 0; index < clang.DiagnosticCount(unit); index++)
        {
            nint diagnostic = clang.GetDiagnostic(unit, index);
            if (clang.SeverityOf(diagnostic) >= Error)
            {
                problems.Add(Read(diagnostic));
            }

            clang.DisposeDiagnostic(diagnostic);
        }

        return problems;
    }

    private ReadProblem Read(nint diagnostic)
    {
        string message = clang.Take(clang.MessageOf(diagnostic));
        clang.Locate(clang.LocationOfDiagnostic(diagnostic), out nint file, out uint line, out _, out _);
        string name = files.Find(file).Name;
        // 'zconf.h' file not found
        bool isMissing = message.EndsWith("file not found", StringComparison.Ordinal) && message.StartsWith('\'');
        return isMissing
            ? new(
                ReadProblemKind.IncludeNotFound,
                $"The include {message.Split('\'')[1]} is not found. Name the folder that has it with -I.",
                name,
                (int)line,
                PlatformSet.Of(platform))
            : new(ReadProblemKind.Error, message, name, (int)line, PlatformSet.Of(platform));
    }
}
