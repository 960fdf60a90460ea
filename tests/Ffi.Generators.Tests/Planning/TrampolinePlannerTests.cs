using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Tests.Planning;

/// <summary>Plain records in, plans out: no compilation.</summary>
public class TrampolinePlannerTests
{
    private static readonly TypeModel Int = new("int", TypeShape.Scalar);
    private static readonly TypeModel Double = new("double", TypeShape.Scalar);
    private static readonly TypeModel Bool = new("bool", TypeShape.Boolean);
    private static readonly TypeModel Void = new("void", TypeShape.Void);
    private static readonly TypeModel Bytes = new("global::System.Span<byte>", TypeShape.Span, new TypeModel("byte", TypeShape.Scalar));

    [Fact]
    public void AValue_IsPassedAsItIs()
    {
        TrampolinePlan plan = PlanOf(Double, Value("x", Double))!;

        Assert.True(plan.IsDirect);
        Assert.Equal(new DirectReturn("double"), plan.Return);
        Assert.Equal(new DirectParameter("double x", "double", "x"), Assert.Single(plan.Parameters));
    }

    [Fact]
    public void ABoolean_IsOneByteBothWays()
    {
        TrampolinePlan plan = PlanOf(Bool, Value("flag", Bool))!;

        Assert.Equal(new BooleanReturn("byte"), plan.Return);
        Assert.Equal("byte", Assert.Single(plan.Parameters).NativeType);
    }

    [Fact]
    public void ASpan_IsPinnedAndPassedByItsFirstElement()
    {
        TrampolinePlan plan = PlanOf(Void, Value("data", Bytes))!;

        PinnedParameter pinned = Assert.IsType<PinnedParameter>(Assert.Single(plan.Parameters));
        Assert.False(plan.IsDirect);
        Assert.Equal(
            ("byte*", "&global::System.Runtime.InteropServices.MemoryMarshal.GetReference(data)", "dataPointer"),
            (pinned.NativeType, pinned.Target, pinned.Pointer));
    }

    [Fact]
    public void AnOutParameter_IsClearedFirst()
    {
        TrampolinePlan plan = PlanOf(Void, new ParameterModel("out", Int, PassingMode.Out, "out "))!;

        PinnedParameter pinned = Assert.IsType<PinnedParameter>(Assert.Single(plan.Parameters));
        Assert.Equal(("out int @out", "@out", "&@out"), (pinned.Declaration, pinned.Cleared, pinned.Target));
    }

    [Fact]
    public void Locals_GiveWayToParameters()
    {
        TrampolinePlan plan = PlanOf(Int, Value("function", Int), Value("result", Int), Value("dataPointer", Int), Value("data", Bytes))!;

        Assert.Equal(("function_", "result_"), (plan.Locals.Function, plan.Locals.Result));
        Assert.Equal("dataPointer_", plan.Parameters.OfType<PinnedParameter>().Single().Pointer);
    }

    [Fact]
    public void ArgumentsInPlaceOfDots_ArePromoted()
    {
        FunctionOptions options = new(EquatableArray<string>.Empty, Variadic: 1);
        TypeModel single = new("float", TypeShape.Scalar), small = new("short", TypeShape.Scalar);

        TrampolinePlan plan = Plan(
            new("f", "f", "", Int, Parameters(Value("a", single), Value("b", single), Value("c", small)), options),
            out _
        )!;

        Assert.Equal(["float", "double", "int"], plan.Parameters.Select(static parameter => parameter.NativeType));
    }

    [Fact]
    public void ATypeThatCannotCross_IsAProblemOfItsParameter()
    {
        TypeModel list = new("global::System.Collections.Generic.List<int>", TypeShape.Unsupported, Fault: TypeFault.Managed);

        TrampolinePlan? plan = Plan(FunctionOf(Int, Value("a", Int), Value("b", list)), out List<Problem> problems);

        Assert.Null(plan);
        Problem problem = Assert.Single(problems);
        Assert.Equal((ProblemId.TypeCannotCross, ProblemPart.Parameter, 1), (problem.Id, problem.Site.Part, problem.Site.Index));
    }

    private static ParameterModel Value(string name, TypeModel type) => new(name, type, PassingMode.Value, "");

    private static EquatableArray<ParameterModel> Parameters(params ParameterModel[] parameters) => parameters.ToEquatableArray();

    private static FunctionModel FunctionOf(TypeModel result, params ParameterModel[] parameters) =>
        new("f", "f", "public static partial", result, Parameters(parameters), new FunctionOptions(EquatableArray<string>.Empty));

    private static TrampolinePlan? PlanOf(TypeModel result, params ParameterModel[] parameters) =>
        Plan(FunctionOf(result, parameters), out _);

    private static TrampolinePlan? Plan(FunctionModel function, out List<Problem> problems)
    {
        problems = [];
        return TrampolinePlanner.Plan(function, problems, CheckingModel.None);
    }
}
