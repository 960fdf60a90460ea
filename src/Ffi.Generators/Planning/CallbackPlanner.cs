using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Delegates: callable from native code until the call returns.</summary>
internal static class CallbackPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        if (parameter is { Mode: PassingMode.Value, MarshalAs: null, Type.Shape: TypeShape.NativeCallback })
        {
            return new DirectParameter(Declaration.Of(parameter), "nint", $"{Identifier.Escape(parameter.Name)}?.Pointer ?? 0");
        }

        return IsLent(parameter) && TryPlan(parameter.Callback!, out _) is { } callback
            ? new CallbackParameter(
                Declaration.Of(parameter),
                "nint",
                Identifier.Escape(parameter.Name),
                names.Take(parameter.Name + "Loan"),
                callback)
            : null;
    }

    /// <summary>The entry points of a delegate type; null if its signature can't be passed.</summary>
    public static CallbackPlan? TryPlan(CallbackModel callback, out CallbackCulprit? culprit)
    {
        if (
            CallbackSignaturePlanner.TryPlan(callback.Signature, callback.Default, out culprit) is not { } signature
            || callback.Default is { Misfit: not null }
            || InteropAttributeRules.FindCallbackProblems(callback.Signature).Any())
        {
            return null;
        }

        return new CallbackPlan(
            ClassNameOf(callback),
            callback.DelegateType,
            "a " + callback.DelegateType.Replace("global::", ""),
            signature,
            callback.ContinuesAfterException);
    }

    /// <summary>The name of the class that holds the entry points; differs where the types or their options differ.</summary>
    public static string ClassNameOf(CallbackModel callback)
    {
        string variant = callback.Default is null ? "" : "_Default_" + DelegatePlanner.ClassNameOf(callback.Default.Text.Replace('-', '_'));
        return "Callbacks_"
            + DelegatePlanner.ClassNameOf(callback.DelegateType)
            + variant
            + (callback.ContinuesAfterException ? "_Continues" : "");
    }

    /// <summary>Lets the callbacks of one call know each other.</summary>
    public static IEnumerable<ParameterPlan> Link(IEnumerable<ParameterPlan> parameters)
    {
        string? before = null;
        foreach (ParameterPlan parameter in parameters)
        {
            if (parameter is CallbackParameter callback)
            {
                yield return callback with { Before = before };
                before = callback.Loan;
            }
            else
            {
                yield return parameter;
            }
        }
    }

    /// <summary>Why a delegate parameter can't be passed; null if it can, and for other types.</summary>
    public static Problem? FindProblem(ParameterModel parameter, int index)
    {
        if (parameter.Callback is not { } callback || TypeProblems.IsCompilersBusiness(parameter.Type))
        {
            return null;
        }

        string type = callback.DelegateType.Replace("global::", "");
        if ((parameter.Traits & ParameterTraits.Retained) != 0)
        {
            return Problem.OfParameter(index, ProblemId.DelegateRetained, parameter.Name, type);
        }

        return FindProblem(callback, ProblemSite.Parameter(index), IsLent(parameter));
    }

    /// <summary>Why a delegate can't be called by native code; null if it can, and where the compiler says so itself.</summary>
    public static Problem? FindProblem(CallbackModel callback, ProblemSite site, bool isLent = true)
    {
        CallbackCulprit? culprit = null;
        if (isLent)
        {
            TryPlan(callback, out culprit);
        }

        return culprit is { IsCompilersBusiness: false }
                ? Problem.Of(
                    ProblemId.CallbackCannotCross,
                    site,
                    culprit.Part,
                    callback.DelegateType.Replace("global::", ""),
                    culprit.Type,
                    culprit.Advice)
            : InteropAttributeRules.FindCallbackProblems(callback.Signature).FirstOrDefault() is { } unheeded
                ? unheeded with
                {
                    Site = site,
                }
            : DefaultProblem.Of(callback) is { } arguments ? Problem.Of(ProblemId.CallbackDefaultUnfit, site, arguments)
            : null;
    }

    /// <summary>Whether the compiler refuses a type in the delegate's signature, and says so itself.</summary>
    public static bool IsCompilersBusiness(ParameterModel parameter) => FindCulprit(parameter) is { IsCompilersBusiness: true };

    private static CallbackCulprit? FindCulprit(ParameterModel parameter)
    {
        if (!IsLent(parameter))
        {
            return null;
        }

        TryPlan(parameter.Callback!, out CallbackCulprit? culprit);
        return culprit;
    }

    private static bool IsLent(ParameterModel parameter) =>
        parameter is { Mode: PassingMode.Value, MarshalAs: null or UnmanagedTypes.FunctionPtr, Callback: not null }
        && (parameter.Traits & ParameterTraits.Retained) == 0;
}
