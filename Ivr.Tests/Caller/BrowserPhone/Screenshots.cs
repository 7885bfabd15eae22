using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Pictures of pages that tests take, for people to look at. They are kept in <c>TestResults</c>, which Git ignores.</summary>
internal static class Screenshots
{
    /// <summary>The file for a picture; a later run replaces it.</summary>
    public static string PathOf(string subject, string name) =>
        Path.Combine(Directory.CreateDirectory(Repository.In("TestResults", "screenshots", subject)).FullName, $"{name}.png");
}
