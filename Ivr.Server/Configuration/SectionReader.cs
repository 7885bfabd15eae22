namespace Ivr.Server.Configuration;

/// <summary>Reads a section of the configuration property by property, so that a value that cannot be read hides no other mistake.</summary>
internal static class SectionReader
{
    /// <summary>Fills in what is configured, and leaves the rest as it is.</summary>
    /// <returns>What cannot be read; each message names its key.</returns>
    public static IReadOnlyList<string> Read(object options, IConfiguration section)
    {
        var unreadable = new List<string>();
        foreach (var property in options.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var part = section.GetSection(property.Name);
            if (!part.Exists())
                continue;
            try
            {
                property.SetValue(options, part.Get(property.PropertyType));
            }
            catch (InvalidOperationException e)
            {
                unreadable.Add(e.Message);
            }
        }

        return unreadable;
    }
}
