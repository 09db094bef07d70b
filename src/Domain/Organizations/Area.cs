namespace HnCe.Domain.Organizations;

/// <summary>
/// Where something lies in the bureau tree, as level columns: jurisdiction is then an equality on an indexed column.
/// A county below a city has both codes; a county below the province (省直管县) has only its own; a city only its own;
/// what the province supervises itself has none. Source: FWD-06, BUR-16, Q3, Q4.
/// </summary>
/// <param name="CityCode">Six-digit region code of the prefecture city.</param>
/// <param name="CountyCode">Six-digit region code of the county.</param>
public sealed record Area(string? CityCode, string? CountyCode);
