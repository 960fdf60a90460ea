using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>How a body tests its declaration against the library.</summary>
/// <param name="Scope">The local that the test is.</param>
/// <param name="Symbol">The function's name in messages.</param>
/// <param name="Function">The field that says what was declared.</param>
/// <param name="Parameters">What was declared of each parameter.</param>
/// <param name="ReturnsAddress">Whether the result may point into an argument, and so into a copy.</param>
internal sealed record CheckPlan(
    string Scope,
    string Symbol,
    string Function,
    EquatableArray<CheckedParameterPlan> Parameters,
    bool ReturnsAddress);

/// <summary>What messages say of a parameter, and what native code may do with what it points to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, with <c>ref</c> or <c>out</c> in front.</param>
/// <param name="Access">A member of the runtime's <c>CheckedAccess</c>.</param>
internal sealed record CheckedParameterPlan(string Name, string Type, string Access);

/// <summary>Memory that native code gets as a copy, so that what it does outside is seen.</summary>
/// <param name="Local">The local that points to the copy.</param>
/// <param name="Method">What makes the copy.</param>
/// <param name="Index">Which parameter it is.</param>
/// <param name="Extent">How much there is to copy: arguments, with a comma in front.</param>
internal sealed record LentPlan(string Local, string Method, int Index, string Extent);
