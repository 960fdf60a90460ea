using System.Numerics;
using System.Reflection.Metadata;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>Reads the values of constants.</summary>
internal static class ConstantReader
{
    /// <summary>The value; null if C has no such constant.</summary>
    public static ConstantValue? ValueOf(MetadataReader metadata, ConstantHandle handle) => Read(metadata, handle) switch
    {
        string text => new TextValue(text),
        float number => new FloatValue(number),
        double number => new FloatValue(number),
        null or bool or char => null,
        var integer => new IntegerValue(BigIntegerOf(integer)),
    };

    /// <summary>The value of an enum's member.</summary>
    public static BigInteger? IntegerOf(MetadataReader metadata, ConstantHandle handle) => Read(metadata, handle) switch
    {
        null or string or float or double or bool or char => null,
        var integer => BigIntegerOf(integer),
    };

    private static object? Read(MetadataReader metadata, ConstantHandle handle)
    {
        Constant constant = metadata.GetConstant(handle);
        return metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
    }

    private static BigInteger BigIntegerOf(object integer) =>
        integer is ulong large ? large : Convert.ToInt64(integer, System.Globalization.CultureInfo.InvariantCulture);
}
