namespace Ffi.Generators.Model;

/// <summary>An <c>ICustomMarshaler</c> that <c>[MarshalAs]</c> names.</summary>
/// <param name="ManagedType">What it converts.</param>
/// <param name="Type">Its type.</param>
/// <param name="Cookie">What its <c>GetInstance</c> is given.</param>
internal sealed record CustomMarshalerModel(string ManagedType, string Type, string Cookie);
