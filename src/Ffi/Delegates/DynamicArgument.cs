using System.Diagnostics.CodeAnalysis;

namespace Ffi;

/// <summary>How one argument is passed: what is done before the call, what is passed, and what is done after it.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal abstract class DynamicArgument(DynamicParameter parameter, int index)
{
    /// <summary>Its type in the native signature; null if it is not passed to native code.</summary>
    public abstract Type? NativeType { get; }

    /// <summary>What native code handed out gets its owner, and what it freed loses him, before anything can throw.</summary>
    public virtual bool IsFinishedFirst => false;

    protected DynamicParameter Parameter => parameter;

    protected int Index => index;

    public virtual void Prepare(DynamicBody body)
    {
    }

    public virtual void Pin(DynamicBody body)
    {
    }

    public abstract void Pass(DynamicBody body);

    public virtual void Finish(DynamicBody body)
    {
    }
}
