using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what the file of a type's callbacks holds.</summary>
internal static class CallbackTypePlanner
{
    /// <summary>The plan; null where there is nothing to write. A method with a problem is left out of it.</summary>
    public static CallbackTypePlan? Plan(CallbackTypeModel model)
    {
        CallbackMethodPlan[] methods = [.. model.Methods.Select(method => Plan(method, model).Plan).OfType<CallbackMethodPlan>()];
        return methods.Length == 0 ? null : new CallbackTypePlan(
            FileNameOf(model),
            model.Namespace,
            model.Types.Select(static type => $"partial {type.Keyword} {Identifier.EscapeType(type.Name)}").ToEquatableArray(),
            Identifier.EscapeType(model.Types[model.Types.Count - 1].Name),
            methods.ToEquatableArray());
    }

    /// <summary>The plan of one method, or why it can't be called.</summary>
    public static (CallbackMethodPlan? Plan, Problem? Problem) Plan(CallbackMethodModel method, CallbackTypeModel model)
    {
        FunctionModel signature = method.Signature;
        if (FindObstacle(signature, model) is { } obstacle)
        {
            return (null, Problem.OfFunction(ProblemId.CallbackMethodUnfit, signature.Name, obstacle));
        }

        if (InteropAttributeRules.FindCallbackProblems(signature).FirstOrDefault() is { } unheeded)
        {
            return (null, unheeded);
        }

        if (CallbackSignaturePlanner.TryPlan(signature, method.Default, out CallbackCulprit? culprit) is not { } plan)
        {
            return (null, culprit!.IsCompilersBusiness ? null : Problem.OfFunction(ProblemId.CallbackCannotCross, culprit.Part, signature.Name, culprit.Type, culprit.Advice));
        }

        if (DefaultProblem.Of(signature.Name, method.Default, signature.Return) is { } arguments)
        {
            return (null, Problem.Of(ProblemId.CallbackDefaultUnfit, ProblemSite.Attribute("Default"), arguments));
        }

        string type = model.Types[model.Types.Count - 1].Name;
        return (new CallbackMethodPlan(
            Identifier.Escape(signature.Name), $"{type}.{signature.Name}", method.Accessibility, signature.Name + "Pointer", method.OnException, plan), null);
    }

    private static string? FindObstacle(FunctionModel signature, CallbackTypeModel model)
    {
        if ((signature.Flaws & FunctionFlaws.Static) == 0)
        {
            return "it is an instance method. Declare it static, or pass a delegate";
        }

        if ((signature.Flaws & FunctionFlaws.Generic) != 0 || model.Types.Any(static type => type.IsGeneric))
        {
            return "it has type parameters. Write a method for each type";
        }

        if (model.Types.FirstOrDefault(static type => !type.IsPartial) is { } closed)
        {
            return $"'{closed.Name}' is not partial. Declare it partial";
        }

        return model.AllowsUnsafe ? null : "its entry point is unsafe code. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file";
    }

    private static string FileNameOf(CallbackTypeModel model)
    {
        string types = string.Join(".", model.Types.Select(static type => type.Name));
        return GeneratedFileName.Of(model.Namespace, types + ".Callbacks");
    }
}
