using System.Xml;

namespace Ivr.Caller.TwiML;

/// <summary>A document that Twilio would reject or warn about.</summary>
internal sealed class TwiMLException : Exception
{
    /// <summary>The message says what is wrong, and where when that is known.</summary>
    public TwiMLException(int code, string problem, IXmlLineInfo? where = null, Exception? inner = null)
        : this(code, problem, LineOf(where), ColumnOf(where), inner)
    {
    }

    internal TwiMLException(int code, string problem, int? line, int? column, Exception? inner)
        : base(line is null ? $"TwiML {code}: {problem}" : $"TwiML {code}, line {line}, column {column}: {problem}", inner)
    {
        Code = code;
        Line = line;
        Column = column;
    }

    /// <summary>Twilio's error code, one of <see cref="TwiMLErrors"/>.</summary>
    public int Code { get; }

    /// <summary>The line, from 1; null when the fault is not in one place.</summary>
    public int? Line { get; }

    /// <summary>The column, from 1; null when the fault is not in one place.</summary>
    public int? Column { get; }

    private static int? LineOf(IXmlLineInfo? where) => where?.HasLineInfo() == true ? where.LineNumber : null;

    private static int? ColumnOf(IXmlLineInfo? where) => where?.HasLineInfo() == true ? where.LinePosition : null;
}
