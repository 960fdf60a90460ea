using Ffi.Tests.Runner;

// Runs xunit's tests in this process, for systems where `dotnet test` doesn't start: Ffi.Tests.Runner <assembly>… [--only <part>] [--except
// <file>].
List<string> assemblies = [];
TestSelection selection = new();
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--only":
            selection = selection with { Part = args[++i] };
            break;
        case "--except":
            selection = selection with { Exceptions = TestSelection.ReadExceptions(args[++i]) };
            break;
        default:
            assemblies.Add(args[i]);
            break;
    }
}

bool green = assemblies.Count > 0;
foreach (string assembly in assemblies)
{
    green &= TestRun.Of(assembly, selection, Console.Out);
}

return green ? 0 : 1;
