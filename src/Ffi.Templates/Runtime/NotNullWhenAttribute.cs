// What netstandard2.0 lacks. Embedded, so that a project that sees our internals does not see it twice.
#if NETSTANDARD
#pragma warning disable IDE0130, IDE0161 // The compiler asks for these namespaces.
namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Parameter)]
    [global::Microsoft.CodeAnalysis.Embedded]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }
}

namespace Microsoft.CodeAnalysis
{
    [Embedded]
    [global::System.AttributeUsage(global::System.AttributeTargets.All)]
    internal sealed class EmbeddedAttribute : global::System.Attribute;
}
#endif
