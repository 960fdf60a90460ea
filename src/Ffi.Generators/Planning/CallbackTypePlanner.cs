using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what the file of a type's callbacks holds.</summary>
internal static class CallbackTypePlanner
{
    /// <summary>The plan. A method with a problem gets a property that throws.</summary>
    /// <param name="model">The type.</param>
    /// <param name="explain">The words for a problem.</param>
    public static CallbackTypePlan Plan(CallbackTypeModel model, Func<Problem, string> explain)
    {
        List<CallbackMethodPlan> methods = [];
        List<CallbackStubPlan> stubs = [];
        Faults faults = Faults.None;
        foreach (CallbackMethodModel method in model.Methods)
        {
            (CallbackMethodPlan? plan, Problem? problem) = Plan(method, model);
            if (plan is not null)
            {
                methods.Add(plan);
            }
            else if (problem is not null)
            {
                faults = Faults.Some;
                if (
                    problem.Id is not (ProblemId.MemberNameTaken or ProblemId.CallbackOverloaded)
                    && model.Types.All(static type => type is { IsPartial: true, IsFileLocal: false })
                    && model.Surroundings.AreNamed)
                {
                    stubs.Add(new CallbackStubPlan(method.Accessibility, PropertyOf(method), explain(problem)));
                }
            }
        }

        return new CallbackTypePlan(
            GeneratedFileName.Of(model.Namespace, model.Types, ".Callbacks"),
            model.Namespace,
            Declaration.Of(model.Types, isUnsafe: model.AllowsUnsafe),
            Declaration.FullNameOf(model.Namespace, model.Types),
            new LocalNames([.. model.MemberNames, .. model.Types.Select(static type => type.Name)]).Take("CallbackEntries"),
            model.Surroundings,
            methods.ToEquatableArray(),
            stubs.ToEquatableArray(),
            faults);
    }

    /// <summary>The plan of one method, or why it can't be called.</summary>
    public static (CallbackMethodPlan? Plan, Problem? Problem) Plan(CallbackMethodModel method, CallbackTypeModel model)
    {
        FunctionModel signature = method.Signature;
        string type = model.Types[model.Types.Count - 1].Name;
        if (FindObstacle(signature, model) is { } obstacle)
        {
            return (null, Problem.OfFunction(ProblemId.CallbackMethodUnfit, signature.Name, obstacle));
        }

        if (InteropAttributeRules.FindCallbackProblems(signature).FirstOrDefault() is { } unheeded)
        {
            return (null, unheeded);
        }

        if (model.MemberNames.Contains(PropertyOf(method)))
        {
            return (null, Problem.OfFunction(ProblemId.MemberNameTaken, type, PropertyOf(method)));
        }

        if (!model.Methods.First(other => other.Signature.Name == signature.Name).Equals(method))
        {
            return (null, Problem.OfFunction(ProblemId.CallbackOverloaded, signature.Name, PropertyOf(method)));
        }

        if (CallbackSignaturePlanner.TryPlan(signature, method.Default, out CallbackCulprit? culprit) is not { } plan)
        {
            return (
                null,
                culprit!.IsCompilersBusiness
                    ? null
                    : Problem.OfFunction(ProblemId.CallbackCannotCross, culprit.Part, signature.Name, culprit.Type, culprit.Advice));
        }

        if (DefaultProblem.Of(signature.Name, method.Default, signature.Return) is { } arguments)
        {
            return (null, Problem.Of(ProblemId.CallbackDefaultUnfit, ProblemSite.Attribute("Default"), arguments));
        }

        return (
            new CallbackMethodPlan(
                Identifier.Escape(signature.Name),
                $"{type}.{signature.Name}",
                method.Accessibility,
                PropertyOf(method),
                method.OnException,
                plan),
            null);
    }

    private static string PropertyOf(CallbackMethodModel method) => method.Signature.Name + "Pointer";

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

        if (model.Types.FirstOrDefault(static type => type.IsFileLocal) is { } local)
        {
            return $"'{local.Name}' is a file-local type. Use a type that other files can see";
        }

        if (model.Surroundings.HidingType is { } hiding)
        {
            return $"the type '{hiding}' hides a namespace that its entry point needs. Rename that type";
        }

        if (model.Surroundings.Ambiguous is { } ambiguous)
        {
            return $"its type has callbacks with two types '{ambiguous}', of assemblies with different extern aliases. Put one of them into another type";
        }

        return model.AllowsUnsafe
            ? null
            : "its entry point is unsafe code. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file";
    }
}
