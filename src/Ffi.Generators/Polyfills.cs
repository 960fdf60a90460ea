// Types that the C# compiler looks for by name, and that netstandard2.0 lacks.

#pragma warning disable IDE0130 // The compiler asks for this namespace.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
