using Ffi.Tests.Aot;

// Runs every test of this assembly, or those whose full name holds the argument.
return await TestRunner.RunAll(args.Length > 0 ? args[0] : "") ? 0 : 1;
