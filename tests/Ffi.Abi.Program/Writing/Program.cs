using Ffi.Abi.Program.Writing;
using Ffi.Abi.Tests.Model;

// Writes the C and C# sides of the random signatures: Ffi.Abi.Program <folder> <functions>. FFI_ABI_FOR=windows writes for Windows.
string folder = args[0];
int count = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
ProgramSources.Write(folder, CaseSets.Seed, count);
