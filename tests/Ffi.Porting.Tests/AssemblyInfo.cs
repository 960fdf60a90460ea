using System.Runtime.CompilerServices;

// LibraryImport passes structs of the user's own by value only where the runtime doesn't marshal.
[assembly: DisableRuntimeMarshalling]
