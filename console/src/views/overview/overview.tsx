const Overview = () => <h1>Overview</h1>;
export default Overview;
