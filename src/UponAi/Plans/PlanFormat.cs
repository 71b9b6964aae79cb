namespace UponAi;

/// <summary>How a plan file is written.</summary>
public enum PlanFormat
{
    /// <summary>A line of column names, then a line for each row; separated by comma, semicolon or tab.</summary>
    Csv,
    /// <summary>A list of objects, each a row.</summary>
    Json,
}
