using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Reads types: <see cref="TypeText"/> backwards.</summary>
internal static class TypeParser
{
    public static CType ReadType(this LineReader line)
    {
        line.SkipSpaces();
        CType type = ReadInnermost(line);
        while (true)
        {
            if (line.TakeHere("*"))
            {
                type = new PointerType(type);
            }
            else if (line.TakeHere(" const*"))
            {
                type = new PointerType(type, IsConst: true);
            }
            else if (line.TakeHere("["))
            {
                type = ReadArray(line, type);
            }
            else if (line.TakeHere("<"))
            {
                type = new VectorType(type, (int)line.ReadNumber("the number of elements"));
                line.Require(">");
            }
            else
            {
                return type;
            }
        }
    }

    private static CType ReadInnermost(LineReader line)
    {
        if (line.Take("("))
        {
            CType inner = line.ReadType();
            line.Require(")");
            return inner;
        }

        if (line.Take("'"))
        {
            line.StepBack();
            return new NamedType(line.RequireTypeName("a type"));
        }

        string word = line.RequireName("a type");
        return word switch
        {
            "fn" => line.TakeHere("*") ? new PointerType(ReadFunction(line)) : ReadFunction(line),
            "complex" => new ComplexType(
                PrimitiveFacts.Find(line.RequireName("a floating-point type")) ?? throw line.Expected("a floating-point type")),
            _ when PrimitiveFacts.Find(word) is { } primitive => new PrimitiveType(primitive),
            _ when NameText.IsTagWord(word) => new NamedType($"{word} {line.RequireName("a type")}"),
            _ => new NamedType(word),
        };
    }

    // The first bracket is the outermost array.
    private static ArrayType ReadArray(LineReader line, CType element)
    {
        List<long?> lengths = [];
        do
        {
            lengths.Add(line.TakeHere("]") ? null : ReadLength(line));
        }
        while (line.TakeHere("["));
        CType array = element;
        for (int index = lengths.Count - 1; index >= 0; index--)
        {
            array = new ArrayType(array, lengths[index]);
        }

        return (ArrayType)array;
    }

    private static long ReadLength(LineReader line)
    {
        long length = line.ReadNumber("an array's length");
        line.Require("]");
        return length;
    }

    private static FunctionType ReadFunction(LineReader line)
    {
        CallingConvention convention = CallingConvention.C;
        if (!line.Take("("))
        {
            convention = ConventionText.Find(line.RequireName("'('")) ?? throw line.Expected("a calling convention");
            line.Require("(");
        }

        List<FunctionTypeParameter> parameters = [];
        bool isVariadic = line.ReadParameters(() =>
        {
            string? name = line.TakeLabel().Name;
            parameters.Add(new FunctionTypeParameter(name, line.ReadType()));
        });
        line.Require("->");
        return new FunctionType(line.ReadType(), parameters.ToEquatableArray(), isVariadic, convention);
    }

    /// <summary>Reads what stands up to the closing bracket.</summary>
    /// <returns>Whether it ends with dots.</returns>
    public static bool ReadParameters(this LineReader line, Action readParameter)
    {
        if (line.Take(")"))
        {
            return false;
        }

        do
        {
            if (line.Take("..."))
            {
                line.Require(")");
                return true;
            }

            readParameter();
        }
        while (line.Take(","));
        line.Require(")");
        return false;
    }
}
