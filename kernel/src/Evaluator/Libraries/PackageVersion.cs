namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>Versions of packages as they are written: <c>1.2.3</c>, <c>1.*</c>, <c>[1.0, 2.0)</c>.</summary>
internal static class PackageVersion
{
    /// <summary>Whether the version in use will do where another is asked for: "1.2.3" allows 1.2.3, "1.*" all that begins so, a range whatever NuGet chose within it.</summary>
    public static bool Allows(string asked, string used)
    {
        var star = asked.IndexOf('*');
        if (star >= 0) return used.StartsWith(asked[..star], StringComparison.OrdinalIgnoreCase);
        return asked.AsSpan().ContainsAny('[', '(') || AreSame(asked, used);
    }

    /// <summary>1.2 is 1.2.0 and 1.2.0.0, and what follows a plus does not count.</summary>
    public static bool AreSame(string a, string b) => string.Equals(Whole(a), Whole(b), StringComparison.OrdinalIgnoreCase);

    private static string Whole(string version)
    {
        var plain = version.Split('+')[0].Split('-', 2);
        var parts = plain[0].Split('.').Select(part => part.TrimStart('0') is { Length: > 0 } digits ? digits : "0").ToList();
        while (parts.Count < 3) parts.Add("0");
        if (parts is [.., "0"] && parts.Count == 4) parts.RemoveAt(3);
        return string.Join('.', parts) + (plain.Length > 1 ? "-" + plain[1] : "");
    }
}
