namespace Ivr.Server.Configuration;

/// <summary>Reads a section of the configuration property by property, so that an unreadable value does not hide other mistakes.</summary>
internal static class SectionReader
{
    /// <summary>
    /// Sets the configured properties and leaves the others unchanged. Returns a message for each unreadable value; each message names its
    /// key.
    /// </summary>
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
