using Ffi.Tests.Aot;

// Runs every test of this assembly, or those whose full name holds one of the arguments.
return await TestRunner.RunAll(args) ? 0 : 1;
