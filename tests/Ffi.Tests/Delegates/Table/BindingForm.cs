namespace Ffi.Tests.Delegates.Table;

/// <summary>The ways in which a program can bind a function to a delegate type.</summary>
public enum BindingForm
{
    /// <summary>A call with a type that every file can name.</summary>
    Call,

    /// <summary>A call with a private nested type of the same signature.</summary>
    PrivateType,

    /// <summary>The method without a call: <c>module.GetFunction&lt;T&gt;</c> as a delegate.</summary>
    MethodGroup,

    /// <summary>A call inside an expression tree.</summary>
    ExpressionTree,

    /// <summary>A call whose type argument is a type parameter.</summary>
    OpenType,

    /// <summary>A <c>Type</c> object.</summary>
    TypeObject,
}
