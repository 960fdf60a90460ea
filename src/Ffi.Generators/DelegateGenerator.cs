using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators;

/// <summary>Writes typed trampolines for functions that are bound at run time, and makes the calls that bind them use those.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DelegateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        new CallSitePipeline<CallSiteModel, DelegatePlan, InterceptionPlan>(
            CallSiteReader.MayBeIntercepted,
            CallSiteReader.Read,
            InterceptionPlanner.PlanDelegates,
            InterceptionPlanner.PlanInterceptions)
        .Register(context, ("Ffi.Delegates.Ffi.g.cs", DelegatesTemplate.File), ("Ffi.Interceptors.Ffi.g.cs", InterceptorsTemplate.File));
}
