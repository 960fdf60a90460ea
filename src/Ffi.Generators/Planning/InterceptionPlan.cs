using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The interceptor of all calls of one method for one delegate type.</summary>
/// <param name="Method">Which method is called.</param>
/// <param name="DelegateType">The delegate type, with <c>global::</c>.</param>
/// <param name="IsHidden">Whether only the calls can name the delegate type.</param>
/// <param name="ClassName">The trampoline class.</param>
/// <param name="IsVariadic">Whether functions of the type are called through a thunk.</param>
/// <param name="Interceptions">The attributes that name the calls' places.</param>
internal sealed record InterceptionPlan(
    InterceptedMethod Method,
    string DelegateType,
    bool IsHidden,
    string ClassName,
    bool IsVariadic,
    EquatableArray<string> Interceptions);
