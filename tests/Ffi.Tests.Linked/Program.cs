using Ffi.Tests.Portable;

// Runs every test, or those whose full name holds one of the arguments.
return await TestRunner.RunAll(args) ? 0 : 1;
