using System.Runtime.CompilerServices;

// Calls that are compiled at run time belong to this assembly. A struct that contains a bool or char has to be passed as it is in memory,
// as in any assembly with this attribute. Run-time marshalling would silently pass another struct.
[assembly: DisableRuntimeMarshalling]
