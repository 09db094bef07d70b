using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Domain.Data.Providers;

/// <summary>Adds each SQL statement to the <see cref="StatementTally"/> of its operation.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result)
    {
        StatementTally.Add();
        return result;
    }
}
