#pragma warning disable IDE0130 // The compiler asks for this namespace.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
