using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Generators.Liveness.Engine;

// Assignments, conversions, arithmetic, closures.
internal sealed partial class Evaluator
{
    private Value EvaluateReference(IOperation operation, FlowState state)
    {
        if (operation is IFieldReferenceOperation { Instance: { } instance } field)
        {
            if (FinalizableField(field) is { } raw)
            {
                return Value.Of(raw, Role.Address);
            }

            if (instance is not IInstanceReferenceOperation)
            {
                Evaluate(instance, state);
            }
        }
        else if (operation is IFieldReferenceOperation { Instance: null, Field: { Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } })
        {
            return Value.Of(Value.Null);
        }
        else if (operation is IArrayElementReferenceOperation element)
        {
            Use(Evaluate(element.ArrayReference, state), operation.Syntax, UseKind.Dereference, element.ArrayReference.Syntax.ToString(), state);
            foreach (IOperation index in element.Indices)
            {
                Evaluate(index, state);
            }
        }

        return PlaceOf(operation, state) is { } place ? Read(place, operation, state) : Value.Unknown;
    }

    // A raw handle in an object that has a finalizer: it is valid as long as the object is.
    private Resource? FinalizableField(IFieldReferenceOperation field)
    {
        if (field.Field.IsStatic || scope.IsNested || IsCleanUp(scope.Method) || !Types.IsAddress(field.Type) || !Types.HasFinalizer(field.Instance!.Type))
        {
            return null;
        }

        ISymbol? owner = field.Instance switch
        {
            IInstanceReferenceOperation => null,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => field.Field,
        };
        if (SymbolEqualityComparer.Default.Equals(owner, field.Field) || !scope.Summaries.IsFreedByFinalizer(field.Field))
        {
            return null;
        }

        Resource resource = Get(ResourceKind.FinalizableField, field.Syntax, field.Field.Name);
        resource.Symbol = owner;
        return resource;
    }

    private static readonly string[] CleanUpNames = ["Dispose", "Release", "Free", "Close", "Destroy", "Finalize"];

    // The finalizer and what it calls run when nothing else uses the object; a constructor's caller waits for the object.
    private static bool IsCleanUp(IMethodSymbol? method) =>
        method is null or { MethodKind: MethodKind.Destructor or MethodKind.Constructor }
        || CleanUpNames.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal));

    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment, FlowState state)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsFixed: true } pinned)
        {
            return EvaluateFixed(pinned.Local, assignment.Value, state);
        }

        if (assignment.IsRef)
        {
            Value target = Value.Of(OriginOf(assignment.Value, state).Facts).WithRefers(PlaceOf(assignment.Value, state));
            if (assignment.Target is ILocalReferenceOperation alias)
            {
                state.Variables[alias.Local] = target;
            }

            return target;
        }

        EvaluateTarget(assignment.Target, state);
        Value value = Evaluate(assignment.Value, state).WithRefers(null);
        if (value.Facts.IsEmpty && value.Known is null && !value.Fields.Any() && assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            value = Opaque(assignment.Value, null, isRooted: true, state);
        }

        if (PlaceOf(assignment.Target, state) is { } place)
        {
            Write(place, value, assignment.Value.Syntax, state);
        }
        else if (assignment.Target is not IDiscardOperation)
        {
            Escape(value, state);
        }

        NameAfter(assignment.Target, value);
        return value;
    }

    private void EvaluateTarget(IOperation target, FlowState state)
    {
        switch (target)
        {
            case IArrayElementReferenceOperation element:
                Use(Evaluate(element.ArrayReference, state), target.Syntax, UseKind.Dereference, element.ArrayReference.Syntax.ToString(), state);
                break;
            case IPropertyReferenceOperation { Instance: { } indexed, Arguments.Length: > 0 }:
                Use(Evaluate(indexed, state), target.Syntax, Types.IsSpan(indexed.Type) ? UseKind.Write : UseKind.Dereference, indexed.Syntax.ToString(), state);
                break;
            case IFieldReferenceOperation { Instance: { } instance } when IsDereference(instance):
                Use(Evaluate(instance.ChildOperations.First(), state), target.Syntax, UseKind.Write, instance.Syntax.ToString(), state);
                break;
            case { } when IsDereference(target):
                Use(Evaluate(target.ChildOperations.First(), state), target.Syntax, UseKind.Write, target.Syntax.ToString(), state);
                break;
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias when state.Variables.TryGetValue(alias.Local, out Value? referred):
                Use(referred, target.Syntax, UseKind.Write, alias.Local.Name, state);
                break;
        }
    }

    // A pin or an allocation is called by the first variable that holds it.
    private static void NameAfter(IOperation target, Value value)
    {
        string? name = target switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IFieldReferenceOperation field => field.Field.Name,
            _ => null,
        };
        foreach (Fact fact in value.Facts.Where(f => name is not null && f.Resource is { Symbol: null, Kind: not (ResourceKind.Opaque or ResourceKind.Stack) }))
        {
            if (fact.Role == Role.Self)
            {
                fact.Resource.Name = name!;
            }
        }
    }

    private Value EvaluateCompound(ICompoundAssignmentOperation compound, FlowState state)
    {
        EvaluateTarget(compound.Target, state);
        Value before = Evaluate(compound.Target, state);
        Evaluate(compound.Value, state);
        Value after = Types.IsAddress(compound.Type) ? before.AsAddress() : Value.Unknown;
        if (PlaceOf(compound.Target, state) is { } place)
        {
            Write(place, after, compound.Syntax, state);
        }

        return after;
    }

    private Value EvaluateIncrement(IIncrementOrDecrementOperation increment, FlowState state)
    {
        EvaluateTarget(increment.Target, state);
        Value before = Evaluate(increment.Target, state);
        Value after = Types.IsAddress(increment.Type) ? before.AsAddress() : Value.Unknown;
        if (PlaceOf(increment.Target, state) is { } place)
        {
            Write(place, after, increment.Syntax, state);
        }

        return increment.IsPostfix ? before.AsAddress() : after;
    }

    private Value EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        Value value = Evaluate(deconstruction.Value, state);
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is ITupleOperation tuple)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
            {
                if (PlaceOf(tuple.Elements[i], state) is { } place)
                {
                    Write(place, value.Field($".Item{i + 1}") ?? Value.Unknown, deconstruction.Value.Syntax, state);
                }
            }
        }

        return value;
    }

    private Value EvaluateSubscription(IEventAssignmentOperation subscription, FlowState state)
    {
        Value handler = Evaluate(subscription.HandlerValue, state);
        if (subscription.Adds)
        {
            Use(handler, subscription.HandlerValue.Syntax, UseKind.Capture, "an event", state);
            Escape(handler, state);
        }

        return Value.Unknown;
    }

    private Value EvaluateConversion(IConversionOperation conversion, FlowState state)
    {
        Value value = Evaluate(conversion.Operand, state);
        ITypeSymbol? from = conversion.Operand.Type;
        if (conversion.OperatorMethod is not null && Types.IsGCHandle(from))
        {
            return TokenOf(value, state);
        }

        if (conversion.OperatorMethod is not null && Types.IsGCHandle(conversion.Type))
        {
            return FromToken(value);
        }

        if (conversion.OperatorMethod is not null && Types.IsSpan(conversion.Type))
        {
            return value.AsAddress();
        }

        if (from is IArrayTypeSymbol || Types.IsSpan(from))
        {
            return Types.IsSpan(conversion.Type) ? value.AsAddress() : value;
        }

        if (from?.SpecialType == SpecialType.System_String && Types.IsSpan(conversion.Type))
        {
            return SharedText(conversion.Operand, state);
        }

        if (from is IFunctionPointerTypeSymbol { Signature.CallingConvention: System.Reflection.Metadata.SignatureCallingConvention.Default }
            && conversion.Type is IFunctionPointerTypeSymbol { Signature.CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default })
        {
            Use(value, conversion.Syntax, UseKind.Argument, conversion.Type.ToDisplayString(), state);
        }

        if (conversion.OperatorMethod is not null && !Types.CanHoldAddress(conversion.Type))
        {
            Escape(value, state);
            return Value.Unknown;
        }

        return Types.CanHoldAddress(from) && conversion.Type is { IsValueType: true } && !Types.CanHoldAddress(conversion.Type) && conversion.Type.TypeKind != TypeKind.Pointer
            ? Value.Unknown
            : value.WithRefers(null);
    }

    private Value EvaluateBinary(IBinaryOperation binary, FlowState state)
    {
        Value left = Evaluate(binary.LeftOperand, state);
        Value right = Evaluate(binary.RightOperand, state);
        if (binary.ConstantValue is { HasValue: true } constant)
        {
            return Value.Of(IsZero(constant.Value) ? Value.Null : constant.Value);
        }

        // The difference of two addresses is a length.
        bool isSum = binary.OperatorKind == BinaryOperatorKind.Add
            || (binary.OperatorKind == BinaryOperatorKind.Subtract && (left.Facts.IsEmpty || right.Facts.IsEmpty));
        return isSum && Types.CanHoldAddress(binary.Type) ? Value.Of(left.AsAddress().Facts.Concat(right.AsAddress().Facts)) : Value.Unknown;
    }

    private Value EvaluateUnary(IUnaryOperation unary, FlowState state)
    {
        Value operand = Evaluate(unary.Operand, state);
        return unary.OperatorKind == UnaryOperatorKind.Not && operand.Known is bool known ? Value.Of(!known) : Value.Unknown;
    }

    private Value EvaluateArray(IArrayCreationOperation array, FlowState state)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Evaluate(size, state);
        }

        Resource fresh = Get(ResourceKind.Fresh, array.Syntax, "array");
        state.Begin(fresh);
        Value value = Value.Of(fresh, Role.Self);
        int index = 0;
        foreach (IOperation element in array.Initializer?.ElementValues ?? [])
        {
            value = value.WithField($"[{index++}]", Evaluate(element, state));
        }

        return index > 0 && Terminators.IsUnterminated(array.Initializer!.ElementValues) ? Value.Of([new(fresh, Role.Self), new(Get(ResourceKind.Unterminated, array.Syntax, "array"), Role.Address)]) : value;
    }

    private Value EvaluateCollection(ICollectionExpressionOperation collection, FlowState state)
    {
        foreach (IOperation element in collection.Elements)
        {
            Escape(Evaluate(element, state), state);
        }

        IEnumerable<Fact> facts = Terminators.IsUnterminated(collection.Elements) ? [new(Get(ResourceKind.Unterminated, collection.Syntax, "text"), Role.Address)] : [];
        if (collection.Type is IArrayTypeSymbol)
        {
            Resource fresh = Get(ResourceKind.Fresh, collection.Syntax, "array");
            state.Begin(fresh);
            facts = facts.Prepend(new(fresh, Role.Self));
        }

        return Value.Of(facts);
    }

    private Value EvaluateDelegate(IDelegateCreationOperation creation, FlowState state)
    {
        Value target = Evaluate(creation.Target, state);
        Resource made = Get(ResourceKind.Delegate, creation.Syntax, "delegate");
        state.Begin(made);
        made.IsRooted = creation.Target switch
        {
            IMethodReferenceOperation method => method.Instance is null && creation.Syntax is not BaseObjectCreationExpressionSyntax && CachesMethodGroups(creation.Syntax),
            IFlowAnonymousFunctionOperation lambda => !CapturesAnything(lambda.Syntax),
            _ => true,
        };
        return Value.Of(target.Facts.Add(new(made, Role.Self)));
    }

    // C# 11 caches the delegate of a static method's name; new D(M) makes a new one each time, in every version.
    private static bool CachesMethodGroups(SyntaxNode syntax) => syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 };

    // A lambda that captures nothing is made once and cached by the compiler.
    private bool CapturesAnything(SyntaxNode lambda) =>
        scope.Model.GetOperation(lambda) is not IAnonymousFunctionOperation function
        || function.Body.Descendants().Any(o => o switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
            ILocalReferenceOperation { Local: { IsConst: false } local } => !IsDeclaredIn(local, lambda),
            IParameterReferenceOperation parameter => !IsDeclaredIn(parameter.Parameter, lambda),
            _ => false,
        });

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared.SyntaxTree == node.SyntaxTree && node.Span.Contains(declared.Span);

    // What a closure holds: the addresses in the variables it names, and their owners.
    private static Value Captures(SyntaxNode lambda, FlowState state)
    {
        var names = new HashSet<string>(lambda.DescendantTokens().Select(t => t.ValueText));
        var facts = new List<Fact>();
        foreach (KeyValuePair<object, Value> variable in state.Variables.Where(v => v.Key is ISymbol symbol && names.Contains(symbol.Name)).ToArray())
        {
            Escape(variable.Value, state);
            facts.AddRange(variable.Value.AllFacts.Where(f => f.Role == Role.Address).Select(f => f with { Role = Role.Captured }));
        }

        return Value.Of(facts);
    }
}
