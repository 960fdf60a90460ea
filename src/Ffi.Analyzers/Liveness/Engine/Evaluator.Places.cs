using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Variables, fields, elements: where values are kept.
internal sealed partial class Evaluator
{
    private Place? PlaceOf(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Follow(local.Local, state);

            case IParameterReferenceOperation parameter:
                return Follow(parameter.Parameter, state);

            case IFlowCaptureReferenceOperation capture:
                // What a capture was made of may itself be a capture, which has ended.
                return state.Variables.TryGetValue(capture.Id, out Value? captured) && captured.Refers is { } referred && (referred.Root is not CaptureId || state.Variables.ContainsKey(referred.Root))
                    ? referred : new(capture.Id, "");

            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression, state);

            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return PlaceOf(conversion.Operand, state);

            case IFieldReferenceOperation field:
                return MemberPlace(field.Instance, field.Field, field.Syntax, state);

            case IPropertyReferenceOperation { Instance: { } nullable, Property.Name: "Value" } when Types.IsNullable(nullable.Type):
                return PlaceOf(nullable, state);

            case IInvocationOperation { Instance: { } nullable, TargetMethod.Name: "GetValueOrDefault" } when Types.IsNullable(nullable.Type):
                return PlaceOf(nullable, state);

            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return MemberPlace(property.Instance, property.Property, property.Syntax, state);

            case IPropertyReferenceOperation { Instance: { } indexed, Arguments: { } arguments }:
                return ElementPlace(indexed, string.Join(",", arguments.Select(a => a.Syntax.ToString())), state);

            case IArrayElementReferenceOperation element:
                return ElementPlace(element.ArrayReference, string.Join(",", element.Indices.Select(i => i.Syntax.ToString())), state);

            case { } when IsDereference(operation):
                return PointedPlace(operation, state);

            default:
                return null;
        }
    }

    private static Place Follow(ISymbol variable, FlowState state) =>
        variable is ILocalSymbol { RefKind: not RefKind.None } && state.Variables.TryGetValue(variable, out Value? value) && value.Refers is { } referred
            ? referred
            : new(variable, "");

    private Place MemberPlace(IOperation? instance, ISymbol member, SyntaxNode syntax, FlowState state)
    {
        if (instance is null)
        {
            return new(null, $"{member.ContainingType?.Name}.{member.Name}");
        }

        if (instance is IInstanceReferenceOperation)
        {
            return new(null, $"this.{member.Name}");
        }

        if (PlaceOf(instance, state) is { IsHeap: false } owner && (instance.Type?.IsValueType != false || IsFresh(owner, state)))
        {
            return owner.Member($".{member.Name}");
        }

        return new(null, PlaceOf(instance, state) is { IsHeap: true } heap ? $"{heap.Path}.{member.Name}" : syntax.ToString());
    }

    private Place ElementPlace(IOperation collection, string index, FlowState state) =>
        // An element of a span over stackalloc is a place of the frame.
        Types.IsSpan(collection.Type) && Peek(collection, state).Facts.FirstOrDefault(f => f.Resource.Kind == ResourceKind.Stack).Resource is { Symbol: null } frame
            ? new(frame, $"[{index.Replace('.', '_').Replace('[', '_')}]")
        : PlaceOf(collection, state) switch
        {
            { IsHeap: false } owner when IsFresh(owner, state) => owner.Member($"[{index.Replace('.', '_').Replace('[', '_')}]"),
            { IsHeap: true } owner => new(null, $"{owner.Path}[{index}]"),
            _ => new(null, $"{collection.Syntax}[{index}]"),
        };

    private Place PointedPlace(IOperation dereference, FlowState state)
    {
        Value pointer = Peek(dereference.ChildOperations.First(), state);
        string path = dereference.Syntax is ElementAccessExpressionSyntax element ? $"[{element.ArgumentList.Arguments.ToString().Replace('.', '_')}]" : "";
        foreach (Fact fact in pointer.Facts.Where(f => f.Role == Role.Address))
        {
            if (fact.Resource.Kind == ResourceKind.Stack)
            {
                return fact.Resource.Symbol is { } variable && path is "" or "[0]" ? new(fact.Resource.Symbol ?? (object)fact.Resource, "") : new(fact.Resource, path);
            }
        }

        foreach (Fact fact in pointer.Facts.Where(f => f.Resource.Kind == ResourceKind.NativeMemory))
        {
            return new(fact.Resource, path.Length == 0 ? "[0]" : path);
        }

        return new(null, $"*{dereference.Syntax.ToString().TrimStart('*')}");
    }
}
