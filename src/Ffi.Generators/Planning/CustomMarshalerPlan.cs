using System.Globalization;
using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The field of a library that keeps an <c>ICustomMarshaler</c>.</summary>
/// <param name="Field">Its name.</param>
/// <param name="ManagedType">What the marshaler converts.</param>
/// <param name="Type">The marshaler's type.</param>
/// <param name="Cookie">What its <c>GetInstance</c> is given.</param>
internal sealed record CustomMarshalerPlan(string Field, string ManagedType, string Type, string Cookie)
{
    /// <summary>The class around the fields.</summary>
    public const string Class = "CustomMarshalers";

    /// <summary>A name that differs where the marshalers do.</summary>
    public static string FieldOf(CustomMarshalerModel marshaler)
    {
        string name = DelegatePlanner.ClassNameOf($"{marshaler.Type} {marshaler.ManagedType}");
        int hash = marshaler.Cookie.Aggregate(0, static (hash, c) => unchecked((hash * 31) + c));
        return marshaler.Cookie.Length == 0 ? name : $"{name}_{hash.ToString("x8", CultureInfo.InvariantCulture)}";
    }
}
