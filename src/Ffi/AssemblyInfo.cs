using System.Runtime.CompilerServices;

// Calls that are compiled at run time belong to this assembly. A struct with a bool or char in it must cross as it lies, as it does
// in any assembly that says the same; with run-time marshalling it would silently be another struct.
[assembly: DisableRuntimeMarshalling]
