using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what becomes of a call's error number.</summary>
internal static class ErrorPlanner
{
    /// <summary>The plan; null if nobody asks for the number.</summary>
    public static ErrorPlan? Plan(FunctionOptions options, IReadOnlyList<ParameterPlan> parameters, ReturnPlan result, LocalNames names)
    {
        string? parameter = parameters.OfType<LastErrorParameter>().FirstOrDefault()?.Name;
        if (parameter is null && !options.SetLastError)
        {
            return null;
        }

        bool isScoped = options.SetLastError && (result is MarshalledReturn || parameters.Any(MakesCallsAtItsEnd));
        return new ErrorPlan(
            names.Take("systemError"),
            parameter ?? names.Take("error"),
            parameter is not null,
            options.SetLastError,
            isScoped ? names.Take("errorScope") : null);
    }

    // Releasing a reference may close the handle. Closing and freeing are calls that may set the error number.
    private static bool MakesCallsAtItsEnd(ParameterPlan parameter) =>
        parameter is HandleParameter or ExchangedHandleParameter or MarshalledParameter || parameter.Lends;
}
